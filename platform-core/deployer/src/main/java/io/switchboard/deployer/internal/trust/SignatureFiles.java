package io.switchboard.deployer.internal.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What the signature files of a jar have to say beyond what {@link JarFile} asks of them: that the manifest is as it was signed to its last
 * byte, and nothing that it lists was taken away, all by digests that nobody can forge (the JAR File Specification, "Signature file").
 */
final class SignatureFiles {
    private static final Pattern RELATED = Pattern.compile("META-INF/[^/]+\\.(?i:SF|RSA|DSA|EC)");
    private static final Set<String> STRONG =
            Set.of("SHA-256", "SHA-384", "SHA-512", "SHA3-256", "SHA3-384", "SHA3-512");
    private static final String OF_ENTRY = "-DIGEST";
    private static final String OF_MANIFEST = "-DIGEST-MANIFEST";

    private SignatureFiles() {}

    /** Whether an entry belongs to the signature, and so cannot be covered by it. */
    static boolean isRelated(String name) {
        return name.equals(JarFile.MANIFEST_NAME) || RELATED.matcher(name).matches();
    }

    static void check(Path file) throws IOException, Untrusted {
        // The platform's own look at them comes after this one, and says less.
        try (JarFile jar = new JarFile(file.toFile(), false, ZipFile.OPEN_READ, JarFile.baseVersion())) {
            check(jar);
        }
    }

    private static void check(JarFile jar) throws IOException, Untrusted {
        @Nullable JarEntry manifestEntry = jar.getJarEntry(JarFile.MANIFEST_NAME);
        List<JarEntry> files = Collections.list(jar.entries()).stream()
                .filter(each -> isRelated(each.getName())
                        && each.getName().toUpperCase(Locale.ROOT).endsWith(".SF"))
                .toList();
        if (manifestEntry == null || files.isEmpty()) {
            throw new Untrusted(
                    "it is not signed, as deploy.trust = signed asks for; sign it with: switchboard sign FILE --key KEYSTORE",
                    "未签名，而本 hub 只接受已签名的 bundle；请用 switchboard sign 文件 --key 密钥库 签名");
        }
        byte[] manifest = bytes(jar, manifestEntry);
        for (JarEntry file : files) {
            checkManifest(new Manifest(new ByteArrayInputStream(bytes(jar, file))).getMainAttributes(), manifest);
        }
        checkEntries(jar, new Manifest(new ByteArrayInputStream(manifest)).getEntries());
    }

    // The platform is content with a digest of a part of the manifest.
    private static void checkManifest(Attributes signature, byte[] manifest) throws Untrusted {
        List<String> algorithms = algorithms(signature, OF_MANIFEST);
        boolean strong = false;
        for (String algorithm : algorithms) {
            if (STRONG.contains(algorithm)) {
                String expected = signature.getValue(algorithm + "-Digest-Manifest");
                if (!Base64.getEncoder()
                        .encodeToString(digest(algorithm, manifest))
                        .equals(expected)) {
                    throw new Untrusted("its manifest was changed after it was signed", "签名之后 manifest 被修改");
                }
                strong = true;
            }
        }
        if (!strong) {
            throw weak(algorithms);
        }
    }

    private static void checkEntries(JarFile jar, Map<String, Attributes> sections) throws Untrusted {
        for (Map.Entry<String, Attributes> section : sections.entrySet()) {
            List<String> algorithms = algorithms(section.getValue(), OF_ENTRY);
            if (algorithms.isEmpty()) {
                continue;
            }
            if (Collections.disjoint(algorithms, STRONG)) {
                throw weak(algorithms);
            }
            if (jar.getJarEntry(section.getKey()) == null) {
                String name = Signature.oneLine(section.getKey());
                throw new Untrusted(
                        "its entry " + name + " was removed after it was signed", "签名之后条目 " + name + " 被删除");
            }
        }
    }

    private static List<String> algorithms(Attributes attributes, String suffix) {
        List<String> algorithms = new ArrayList<>();
        for (Object key : attributes.keySet()) {
            String name = key.toString().toUpperCase(Locale.ROOT);
            if (name.endsWith(suffix)) {
                algorithms.add(name.substring(0, name.length() - suffix.length()));
            }
        }
        return algorithms;
    }

    private static Untrusted weak(List<String> algorithms) {
        String found = algorithms.isEmpty() ? "-" : Signature.oneLine(String.join(", ", algorithms));
        return new Untrusted(
                "its signature uses digests that can be forged, or none of the whole manifest (" + found
                        + "); sign it again with SHA-256 or better",
                "签名所用摘要算法可被伪造，或未覆盖整个 manifest（" + found + "）；请用 SHA-256 或更强的算法重新签名");
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readNBytes(SignedJar.MOST_SIGNATURE_BYTES);
        }
    }
}
