package io.switchboard.backends.internal.client;

import io.switchboard.connector.http.HttpSettingsException;
import io.switchboard.connector.http.HttpSettingsException.Mistake;
import io.switchboard.connector.http.HttpTrust;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Trust in the certificates of a file, and in no others. */
final class Trust {
    private static final String PEM = "-----BEGIN";

    private Trust() {}

    static SSLContext of(String backend, HttpTrust trust) {
        try {
            KeyStore trusted = read(Files.readAllBytes(trust.file()), trust);
            if (trusted.size() == 0) {
                throw new IOException("no certificate");
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new HttpSettingsException(
                    backend,
                    List.of(new Mistake(
                            "trust.file",
                            trust.file()
                                    + " has no trusted certificates that can be read, in PEM, or in PKCS #12 with the"
                                    + " right .trust.password",
                            trust.file() + " 中没有可读取的受信证书（PEM，或带正确 .trust.password 的 PKCS #12）")));
        }
    }

    private static KeyStore read(byte[] file, HttpTrust trust) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        if (!new String(file, StandardCharsets.ISO_8859_1).contains(PEM)) {
            char[] password = trust.password()
                    .map(secret -> secret.reveal().toCharArray())
                    .orElseGet(() -> new char[0]);
            trusted.load(new ByteArrayInputStream(file), password);
            return trusted;
        }
        trusted.load(null, null);
        for (Certificate each :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(file))) {
            trusted.setCertificateEntry("trusted-" + trusted.size(), each);
        }
        return trusted;
    }
}
