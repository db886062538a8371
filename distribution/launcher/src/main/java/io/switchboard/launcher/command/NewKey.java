package io.switchboard.launcher.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;

/**
 * A key to sign with, and its certificate for the hubs that shall trust it.
 *
 * @param store a PKCS#12 file that is not there yet
 * @param name whose key it is
 */
record NewKey(Path store, String name) {
    private static final int LEAST_PASSWORD = 6;
    private static final String ALIAS = "signer";
    private static final String VARIABLE = "SWITCHBOARD_SIGN_PASSWORD";

    void make(Terminal terminal) throws IOException, InterruptedException, CommandFault {
        String file = String.valueOf(store.getFileName());
        int dot = file.lastIndexOf('.');
        Path certificate = store.resolveSibling((dot > 0 ? file.substring(0, dot) : file) + ".pem");
        for (Path path : List.of(store, certificate)) {
            if (Files.exists(path)) {
                throw CommandFault.failed(path + " is there already; it is left as it is.", path + " 已存在，未作更改。");
            }
        }
        String password = String.valueOf(SignCommand.password(store, terminal));
        if (password.length() < LEAST_PASSWORD) {
            throw CommandFault.failed("A password has six characters at least.", "密码至少六个字符。");
        }
        if (terminal.interactive() && !password.equals(terminal.hiddenLine("Once more: ", "再次输入："))) {
            throw CommandFault.failed("The two passwords differ; nothing was made.", "两次输入不一致，未生成密钥。");
        }
        // Of mode 0700, so that nobody reads the file before it has its own.
        Path folder = Files.createTempDirectory(store.toAbsolutePath().getParent(), ".new-key");
        Path made = folder.resolve("key.p12");
        try {
            keytool(made, password);
            Files.writeString(certificate, pem(made, password));
            Files.move(made, store);
        } finally {
            Files.deleteIfExists(made);
            Files.deleteIfExists(folder);
        }
        terminal.say(
                store + " has the key: keep it to yourself. " + certificate
                        + " has its certificate: put it into etc/trusted/ of the hubs that shall take what you sign.",
                "密钥在 " + store + " 中，请妥善保管。证书在 " + certificate + " 中：请放入要接受您签名的 hub 的 etc/trusted/。");
    }

    private void keytool(Path made, String password) throws IOException, InterruptedException, CommandFault {
        ProcessBuilder keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name.replaceAll("([\\\\,+\"<>;=#])", "\\\\$1"),
                "-validity",
                "1095",
                "-ext",
                "ku:c=digitalSignature",
                "-ext",
                "eku=codeSigning",
                "-storetype",
                "PKCS12",
                "-keystore",
                made.toString(),
                "-storepass:env",
                VARIABLE);
        keytool.environment().put(VARIABLE, password);
        Process process = keytool.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw CommandFault.failed("keytool: " + said, "keytool：" + said);
        }
        if (Files.getFileStore(made).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static String pem(Path made, String password) throws IOException {
        try (InputStream in = Files.newInputStream(made)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            Certificate certificate = keys.getCertificate(ALIAS);
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
