package io.switchboard.it;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One request on a socket of its own, for what no proper client would send. */
final class RawHttp {
    private final Socket socket;

    RawHttp(String address) throws IOException {
        URI base = URI.create(address);
        socket = new Socket(base.getHost(), base.getPort());
        socket.setSoTimeout(20_000);
    }

    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Writes what the hub may rightly refuse to read to its end. */
    void tryWrite(String text) {
        try {
            write(text);
        } catch (IOException e) {
            // The answer says why.
        }
    }

    /** Reads one answer, and closes. */
    Answer answer() throws IOException {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String first = line(in);
            Map<String, List<String>> headers = new HashMap<>();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon),
                        List.of(line.substring(colon + 1).strip()));
            }
            int status = first.length() < 12 ? 0 : Integer.parseInt(first.substring(9, 12));
            Answer head = new Answer(status, headers, "");
            String length = head.header("Content-Length");
            byte[] body = length.isEmpty() ? new byte[0] : in.readNBytes(Integer.parseInt(length));
            return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
