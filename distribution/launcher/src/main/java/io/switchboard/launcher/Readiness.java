package io.switchboard.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Asks the hub over its own port whether it is ready. By hand, because loading an HTTP client would cost more than the start has to spare.
 */
final class Readiness {
    private static final int PATIENCE_MILLIS = 2000;

    private final URI base;

    Readiness(String base) {
        this.base = URI.create(base);
    }

    /** The HTTP status of {@code GET /health/ready}, or 0 when nobody answers. */
    int ask() {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(base.getHost(), base.getPort()), PATIENCE_MILLIS);
            plain.setSoTimeout(PATIENCE_MILLIS);
            Socket socket = base.getScheme().equals("https") ? OwnTls.over(plain, base) : plain;
            OutputStream out = socket.getOutputStream();
            String request =
                    "GET /health/ready HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nConnection: close\r\n\r\n";
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII), 256);
            String line = in.readLine();
            return line != null && line.length() >= 12 ? Integer.parseInt(line.substring(9, 12)) : 0;
        } catch (IOException | GeneralSecurityException | NumberFormatException e) {
            return 0;
        }
    }
}
