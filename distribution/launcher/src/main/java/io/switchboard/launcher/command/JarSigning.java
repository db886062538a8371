package io.switchboard.launcher.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.NoSuchAlgorithmException;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import jdk.security.jarsigner.JarSignerException;

/** Apart from the command, since not every Java has what it needs. */
final class JarSigning {
    private JarSigning() {}

    static void sign(Path from, Path to, PrivateKeyEntry key) throws IOException, CommandFault {
        try (ZipFile jar = new ZipFile(from.toFile());
                OutputStream out = Files.newOutputStream(to)) {
            new JarSigner.Builder(key)
                    .digestAlgorithm("SHA-256")
                    .signerName("SIGNER")
                    .build()
                    .sign(jar, out);
        } catch (ZipException e) {
            throw CommandFault.failed(from + " is not a jar.", from + " 不是 jar。");
        } catch (JarSignerException e) {
            throw CommandFault.failed("It could not be signed: " + e.getMessage(), "无法签名：" + e.getMessage());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
