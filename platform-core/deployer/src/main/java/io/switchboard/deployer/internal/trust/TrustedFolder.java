package io.switchboard.deployer.internal.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The certificates of a folder: {@code *.pem}, {@code *.crt} and {@code *.cer}, each with one or several.
 *
 * @param mistakes files that could not be read, and why; the others count
 */
record TrustedFolder(Trusted trusted, List<String> mistakes) {
    private static final int MOST_FILES = 200;
    private static final int MOST_BYTES = 1 << 18;

    TrustedFolder {
        mistakes = List.copyOf(mistakes);
    }

    /** A folder that is not there is an empty one. */
    static TrustedFolder read(Path folder) {
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        List<String> mistakes = new ArrayList<>();
        try {
            for (Path file : files(folder)) {
                try {
                    certificates.addAll(certificates(file));
                } catch (IOException | CertificateException e) {
                    mistakes.add(file.getFileName() + " is not a certificate (X.509, PEM or DER)");
                }
            }
        } catch (IOException e) {
            mistakes.add("the folder " + folder + " cannot be read: " + e);
        }
        return new TrustedFolder(new Trusted(certificates), mistakes);
    }

    /** The files that count, in order. */
    static Collection<Path> files(Path folder) throws IOException {
        Set<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.{pem,crt,cer}")) {
            for (Path file : found) {
                if (!file.getFileName().toString().startsWith(".")) {
                    files.add(file);
                }
                if (files.size() > MOST_FILES) {
                    throw new IOException("more than " + MOST_FILES + " files");
                }
            }
        } catch (NoSuchFileException e) {
            return Set.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return files;
    }

    private static List<X509Certificate> certificates(Path file) throws IOException, CertificateException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES);
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (Certificate each :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes))) {
            certificates.add((X509Certificate) each);
        }
        if (certificates.isEmpty()) {
            throw new CertificateException("empty");
        }
        return certificates;
    }
}
