package io.switchboard.deployer.internal.trust;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Who signed a jar.
 *
 * @param name the subject of the certificate, on one line
 * @param until the last day, in UTC, on which the certificate is valid
 * @param fingerprint SHA-256 of the certificate, as {@code keytool} and {@code openssl} show it
 * @param taken when that was found
 */
public record Signature(String name, LocalDate until, String fingerprint, Instant taken) {

    static Signature of(X509Certificate certificate, Instant taken) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new Signature(
                    oneLine(certificate.getSubjectX500Principal().getName()),
                    LocalDate.ofInstant(certificate.getNotAfter().toInstant(), ZoneOffset.UTC),
                    HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT),
                    taken);
        } catch (CertificateEncodingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public String title() {
        return name + ", valid until " + until + ", SHA-256 " + fingerprint;
    }

    // It is written by strangers, and goes into the lines of status files and logs.
    static String oneLine(String text) {
        String clean = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
        byte[] bytes = clean.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= 300 ? clean : clean.substring(0, Math.min(clean.length(), 100)) + "…";
    }
}
