package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.BundleName;
import io.switchboard.deployer.internal.configuration.ConfigurationId;
import io.switchboard.deployer.internal.trust.Signature;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was found in a file, as private copies. Immutable.
 *
 * @param whole the file itself; of a jar the same as its only bundle
 * @param digest differs when anything in it does
 * @param configurations those that go with the bundles
 */
record Content(Path whole, String digest, List<BundleJar> jars, Map<ConfigurationId, Path> configurations) {
    Content {
        jars = List.copyOf(jars);
        configurations = Map.copyOf(configurations);
    }

    List<BundleName> names() {
        return jars.stream().map(BundleJar::name).toList();
    }

    /** Each once. */
    List<String> signers() {
        return jars.stream()
                .flatMap(jar -> jar.signature().stream())
                .map(Signature::title)
                .distinct()
                .toList();
    }

    boolean has(String symbolicName) {
        return jars.stream().anyMatch(jar -> jar.symbolicName().equals(symbolicName));
    }

    boolean sharesABundleWith(Content other) {
        return jars.stream().anyMatch(jar -> other.has(jar.symbolicName()));
    }

    /** Removes the private copies. */
    void drop() {
        PrivateCopies.drop(whole);
        Stream.concat(jars.stream().map(BundleJar::file), configurations.values().stream())
                .forEach(PrivateCopies::drop);
    }
}
