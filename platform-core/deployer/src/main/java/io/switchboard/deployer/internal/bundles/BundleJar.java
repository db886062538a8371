package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.BundleName;
import io.switchboard.deployer.DeploymentState;
import io.switchboard.deployer.internal.trust.Signature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * A private copy of a bundle that was read to its end and found whole.
 *
 * @param digest differs when anything in it does, but for the times
 * @param signature who signed it; empty when nobody was asked to
 */
record BundleJar(Path file, String symbolicName, Version version, String digest, Optional<Signature> signature) {

    static BundleJar read(Path file) throws DeployFault {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                throw refused(
                        "it has no META-INF/MANIFEST.MF, so it is not a bundle", "缺少 META-INF/MANIFEST.MF，不是 bundle");
            }
            String digest = readToTheEnd(jar);
            Attributes main = manifest.getMainAttributes();
            String name = main.getValue(Constants.BUNDLE_SYMBOLICNAME);
            if (name == null || name.isBlank()) {
                throw refused(
                        "it is a plain jar, not a bundle: its manifest has no Bundle-SymbolicName",
                        "这是普通 jar 而不是 bundle：清单中没有 Bundle-SymbolicName");
            }
            int directives = name.indexOf(';');
            String version = main.getValue(Constants.BUNDLE_VERSION);
            return new BundleJar(
                    file,
                    (directives < 0 ? name : name.substring(0, directives)).strip(),
                    Version.parseVersion(version == null ? "0" : version),
                    digest,
                    Optional.empty());
        } catch (IllegalArgumentException e) {
            throw refused("its Bundle-Version is not a version", "Bundle-Version 不是合法的版本号");
        } catch (SecurityException e) {
            throw refused("it was changed after it was signed", "签名之后内容被修改");
        } catch (IOException e) {
            throw refused("it is not a whole jar (cut off or damaged)", "不是完整的 jar（被截断或已损坏）");
        }
    }

    // The directory at the end of a jar does not show damage in the middle, and neither JarFile nor the framework
    // looks.
    private static String readToTheEnd(JarFile jar) throws IOException {
        Digest digest = new Digest();
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            CRC32 sum = new CRC32();
            try (InputStream in = new CheckedInputStream(jar.getInputStream(entry), sum)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
                throw new IOException("checksum of " + entry.getName());
            }
            digest.add(entry.getName(), sum.getValue());
        }
        return digest.text();
    }

    BundleJar signed(Optional<Signature> by) {
        return new BundleJar(file, symbolicName, version, digest, by);
    }

    BundleName name() {
        return new BundleName(symbolicName, version.toString());
    }

    String title() {
        return name().toString();
    }

    boolean same(BundleJar other) {
        return symbolicName.equals(other.symbolicName) && version.equals(other.version);
    }

    private static DeployFault refused(String en, String zh) {
        return new DeployFault(DeploymentState.REFUSED, en, zh);
    }
}
