package io.switchboard.launcher.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code sign FILE --key KEYSTORE} signs a bundle; {@code sign --new-key KEYSTORE --name NAME} makes a key to sign with. */
public final class SignCommand implements Command {
    private final List<String> arguments;

    SignCommand(List<String> arguments) {
        this.arguments = List.copyOf(arguments);
    }

    public static void main(String[] arguments) {
        System.exit(Command.exitCode(new SignCommand(List.of(arguments)), Terminal.ofProcess()));
    }

    @Override
    public void run(Terminal terminal) throws IOException, InterruptedException, CommandFault {
        SignOptions options = SignOptions.of(arguments);
        if (options.file().isEmpty()) {
            new NewKey(options.key(), options.name()).make(terminal);
        } else {
            sign(options.file().get(), options, terminal);
        }
    }

    private static void sign(Path file, SignOptions options, Terminal terminal) throws IOException, CommandFault {
        if (ModuleLayer.boot().findModule("jdk.jartool").isEmpty()) {
            throw CommandFault.failed(
                    "This Java cannot sign jars: it is without the module jdk.jartool. Set JAVA_HOME to a JDK of version 17 or later.",
                    "此 Java 缺少 jdk.jartool 模块，无法签名 jar。请将 JAVA_HOME 设为 JDK 17 或更高版本。");
        }
        for (Path needed : List.of(file, options.key())) {
            if (!Files.isRegularFile(needed)) {
                throw CommandFault.failed("There is no file " + needed + ".", "没有文件 " + needed + "。");
            }
        }
        PrivateKeyEntry key = key(options, password(options.key(), terminal));
        X509Certificate certificate = (X509Certificate) key.getCertificate();
        checkValid(certificate);
        Path out = options.out().orElse(file).toAbsolutePath();
        Path half = Files.createTempFile(out.getParent(), ".signing", ".tmp");
        try {
            JarSigning.sign(file, half, key);
            if (Files.getFileStore(half).supportsFileAttributeView(PosixFileAttributeView.class)) {
                // Of the temporary one only the owner may read, and a hub may have another account.
                Files.setPosixFilePermissions(half, Files.getPosixFilePermissions(file));
            }
            Files.move(half, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
        String name = certificate.getSubjectX500Principal().getName();
        terminal.say(out + " is signed by " + name + ".", out + " 已由 " + name + " 签名。");
    }

    static char[] password(Path store, Terminal terminal) throws IOException, CommandFault {
        return terminal.hiddenLine("Password of " + store + ": ", store + " 的密码：")
                .toCharArray();
    }

    private static PrivateKeyEntry key(SignOptions options, char[] password) throws IOException, CommandFault {
        Path store = options.key();
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password);
            List<String> names = new ArrayList<>();
            for (String name : Collections.list(keys.aliases())) {
                if (keys.isKeyEntry(name)
                        && name.equalsIgnoreCase(options.alias().orElse(name))) {
                    names.add(name);
                }
            }
            KeyStore.@Nullable Entry entry =
                    names.size() == 1 ? keys.getEntry(names.get(0), new PasswordProtection(password)) : null;
            if (entry instanceof PrivateKeyEntry key && key.getCertificate() instanceof X509Certificate) {
                return key;
            }
            throw CommandFault.failed(
                    store + " has " + names.size() + " such keys: " + names + "; name one with --alias.",
                    store + " 中有 " + names.size() + " 个符合的密钥：" + names + "；请用 --alias 指定。");
        } catch (GeneralSecurityException | IOException e) {
            throw CommandFault.failed(
                    store + " cannot be opened: the password is wrong, or it is not a PKCS#12 file.",
                    "无法打开 " + store + "：密码错误，或不是 PKCS#12 文件。");
        }
    }

    private static void checkValid(X509Certificate certificate) throws CommandFault {
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            throw CommandFault.failed(
                    "No hub would take it: the certificate is valid from "
                            + certificate.getNotBefore().toInstant() + " to "
                            + certificate.getNotAfter().toInstant() + ".",
                    "证书有效期为 " + certificate.getNotBefore().toInstant() + " 至 "
                            + certificate.getNotAfter().toInstant() + "，hub 不会接受。");
        }
    }
}
