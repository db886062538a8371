package io.switchboard.deployer.internal.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** People who sign, with keys made by keytool in a store of their own. */
public final class Signers {
    private static final String PASSWORD = "only for this test";

    private final Path store;

    private Signers(Path store) {
        this.store = store;
    }

    public static Signers in(Path folder) {
        return new Signers(folder.resolve("signers.p12"));
    }

    /** A key whose certificate it has signed itself, valid for a month from yesterday on; options come last. */
    public PrivateKeyEntry make(String name, String... options) {
        List<String> words = new ArrayList<>(List.of("-genkeypair", "-alias", name, "-dname", "CN=" + name));
        if (!List.of(options).contains("-keyalg")) {
            words.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
        }
        if (!List.of(options).contains("-validity")) {
            words.addAll(List.of("-validity", "30"));
        }
        words.addAll(List.of("-startdate", "-1d"));
        words.addAll(List.of(options));
        keytool(words);
        return entry(name);
    }

    /** A key whose certificate another has issued. */
    PrivateKeyEntry issue(String name, String issuer, String... options) {
        make(name);
        Path request = store.resolveSibling(name + ".csr");
        Path answer = store.resolveSibling(name + ".pem");
        keytool(List.of("-certreq", "-alias", name, "-file", request.toString()));
        List<String> words = new ArrayList<>(List.of("-gencert", "-alias", issuer, "-rfc"));
        words.addAll(List.of("-startdate", "-1d"));
        words.addAll(List.of("-infile", request.toString(), "-outfile", answer.toString()));
        words.addAll(List.of(options));
        keytool(words);
        keytool(List.of("-importcert", "-noprompt", "-alias", name, "-file", answer.toString()));
        return entry(name);
    }

    static X509Certificate certificate(PrivateKeyEntry signer) {
        return (X509Certificate) signer.getCertificate();
    }

    /** Puts the certificate into the folder of an {@code etc/}. */
    public static Path trust(Path etc, PrivateKeyEntry signer) throws IOException {
        Path folder = Files.createDirectories(etc.resolve(TrustSetting.FOLDER));
        try {
            byte[] encoded = signer.getCertificate().getEncoded();
            return Files.writeString(
                    folder.resolve(certificate(signer).getSubjectX500Principal() + ".pem"),
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                            + "\n-----END CERTIFICATE-----\n");
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bytes of a jar or a zip, signed. */
    public static byte[] sign(byte[] jar, PrivateKeyEntry signer) throws IOException {
        Path file = Files.createTempFile("unsigned", ".jar");
        Path signed = Jars.sign(Files.write(file, jar), signer, "SHA-256");
        try {
            return Files.readAllBytes(signed);
        } finally {
            Files.delete(file);
            Files.delete(signed);
        }
    }

    static Trusted trusting(PrivateKeyEntry... signers) {
        return new Trusted(
                Set.copyOf(List.of(signers).stream().map(Signers::certificate).toList()));
    }

    private PrivateKeyEntry entry(String name) {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            return (PrivateKeyEntry) keys.getEntry(name, new PasswordProtection(PASSWORD.toCharArray()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keytool(List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        // It does little, and is gone soon.
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(words);
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(words + ": " + said);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
