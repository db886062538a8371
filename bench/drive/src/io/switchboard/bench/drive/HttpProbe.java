package io.switchboard.bench.drive;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks for a path over a bare socket, which costs next to nothing while a server starts on the same processors. */
final class HttpProbe {
    private static final String GOOD = "HTTP/1.1 200";
    private static final int TIMEOUT_MILLIS = 2_000;

    private final InetSocketAddress address;
    private final byte[] request;

    HttpProbe(int port, String path) {
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.request = ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    boolean answers200() {
        return answer().equals(GOOD);
    }

    boolean answers() {
        return !answer().isEmpty();
    }

    /** The beginning of the answer; empty where there is none. */
    private String answer() {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(address, TIMEOUT_MILLIS);
            socket.getOutputStream().write(request);
            return new String(socket.getInputStream().readNBytes(GOOD.length()), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            // Nobody listens yet.
            return "";
        }
    }
}
