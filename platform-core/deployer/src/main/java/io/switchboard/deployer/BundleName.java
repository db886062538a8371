package io.switchboard.deployer;

/**
 * Names one version of a bundle.
 *
 * @param symbolicName such as {@code com.example.loyalty}
 * @param version such as {@code 1.2.0}
 */
public record BundleName(String symbolicName, String version) {
    @Override
    public String toString() {
        return symbolicName + ' ' + version;
    }
}
