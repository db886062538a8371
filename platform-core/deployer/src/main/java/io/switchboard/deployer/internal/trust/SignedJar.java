package io.switchboard.deployer.internal.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/** Verifies a jar: all of it has to be signed by one who is trusted. */
final class SignedJar {
    static final int MOST_SIGNATURE_BYTES = 16 << 20;

    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_NAMES = 5;

    private long bytes;

    private SignedJar() {}

    /**
     * Reads the file to its end.
     *
     * @param at the moment at which certificates have to be valid
     */
    static Signature verify(Path file, Trusted trusted, Instant at) throws IOException, Untrusted {
        ZipLayout.check(file);
        SignatureFiles.check(file);
        // As it lies there: the entries of other versions of Java under their own names.
        try (JarFile jar = new JarFile(file.toFile(), true, ZipFile.OPEN_READ, JarFile.baseVersion())) {
            return trusted.accept(new SignedJar().signersOfAll(jar), at);
        } catch (SecurityException e) {
            throw changed("");
        }
    }

    // Certificates are known only when an entry was read to its end.
    private Collection<CodeSigner> signersOfAll(JarFile jar) throws IOException, Untrusted {
        Set<CodeSigner> common = new LinkedHashSet<>();
        List<String> without = new ArrayList<>();
        boolean any = false;
        for (JarEntry entry : Collections.list(jar.entries())) {
            readToTheEnd(jar, entry);
            boolean empty = entry.isDirectory() && entry.getSize() == 0;
            if (empty || SignatureFiles.isRelated(entry.getName())) {
                continue;
            }
            CodeSigner[] signers = entry.getCodeSigners();
            if (signers == null) {
                without.add(Signature.oneLine(entry.getName()));
                continue;
            }
            if (any) {
                common.retainAll(Arrays.asList(signers));
            } else {
                common.addAll(Arrays.asList(signers));
            }
            any = true;
        }
        if (!any) {
            throw new Untrusted(
                    "its signature does not hold: it is damaged, or of an algorithm that this Java refuses as too weak; sign it again",
                    "签名无效：已损坏，或算法过弱被本机 Java 拒绝；请重新签名");
        }
        if (!without.isEmpty()) {
            String names = String.join(", ", without.subList(0, Math.min(MOST_NAMES, without.size())))
                    + (without.size() > MOST_NAMES ? ", …" : "");
            throw new Untrusted(
                    "it is signed only in part; added after it was signed: " + names, "仅部分内容已签名；签名之后添加了：" + names);
        }
        if (common.isEmpty()) {
            throw new Untrusted(
                    "nobody has signed all of it; its parts are signed by different keys", "没有任何一方签署全部内容；各部分由不同密钥签名");
        }
        return common;
    }

    private void readToTheEnd(JarFile jar, JarEntry entry) throws IOException, Untrusted {
        byte[] buffer = new byte[1 << 14];
        try (InputStream in = jar.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > MOST_BYTES) {
                    throw new Untrusted("unpacked it is larger than 1 GiB", "解压后超过 1 GiB");
                }
            }
        } catch (SecurityException e) {
            throw changed(Signature.oneLine(entry.getName()));
        }
    }

    private static Untrusted changed(String entry) {
        return entry.isEmpty()
                ? new Untrusted("it was changed after it was signed", "签名之后内容被修改")
                : new Untrusted("its entry " + entry + " was changed after it was signed", "签名之后条目 " + entry + " 被修改");
    }
}
