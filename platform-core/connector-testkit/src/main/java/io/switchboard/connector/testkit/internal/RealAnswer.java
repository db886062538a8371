package io.switchboard.connector.testkit.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a real server answered, read to its end.
 *
 * @param head its first line
 * @param headers as they stood there, but those of the way
 * @param raw the body, each byte a character
 */
public record RealAnswer(String head, List<String> headers, String raw) {
    private static final int CONNECT_MILLIS = 2_000;
    /** A server that was paused by a test answers when it goes on. */
    private static final int SILENCE_MILLIS = 60_000;

    private static final Set<String> OF_THE_WAY =
            Set.of("connection", "keep-alive", "content-length", "transfer-encoding");

    /** Has a server answer a question. */
    public static RealAnswer ask(URI server, Conversations.Question question) throws IOException {
        try (Socket socket = connect(server)) {
            socket.getOutputStream().write(question.bytes());
            socket.getOutputStream().flush();
            return read(
                    new BufferedInputStream(socket.getInputStream()),
                    question.method().equals("HEAD"));
        }
    }

    /** Sends half of a question, and goes. */
    public static void askByHalf(URI server, Conversations.Question question) throws IOException {
        try (Socket socket = connect(server)) {
            byte[] whole = question.bytes();
            socket.getOutputStream().write(Arrays.copyOf(whole, whole.length / 2));
            socket.getOutputStream().flush();
        }
    }

    private static Socket connect(URI server) throws IOException {
        Socket socket = new Socket();
        boolean connected = false;
        try {
            socket.setSoTimeout(SILENCE_MILLIS);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), CONNECT_MILLIS);
            connected = true;
            return socket;
        } finally {
            if (!connected) {
                socket.close();
            }
        }
    }

    private static RealAnswer read(InputStream in, boolean headOnly) throws IOException {
        List<String> lines = List.of(Conversations.head(in).split("\r\n"));
        String first = lines.get(0);
        if (first.isEmpty()) {
            throw new EOFException("no answer");
        }
        List<String> headers = new ArrayList<>();
        Map<String, String> way = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split(":", 2);
            String name = parts[0].toLowerCase(Locale.ROOT);
            if (OF_THE_WAY.contains(name)) {
                way.put(name, parts[1].strip());
            } else {
                headers.add(line);
            }
        }
        boolean bodiless = headOnly || first.contains(" 204") || first.contains(" 304");
        byte[] body = bodiless ? new byte[0] : body(in, way);
        return new RealAnswer(first, headers, new String(body, StandardCharsets.ISO_8859_1));
    }

    private static byte[] body(InputStream in, Map<String, String> way) throws IOException {
        if (way.containsKey("transfer-encoding")) {
            return chunks(in);
        }
        String length = way.get("content-length");
        return length == null ? in.readAllBytes() : whole(in, Integer.parseInt(length));
    }

    private static byte[] whole(InputStream in, int length) throws IOException {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("half of an answer");
        }
        return body;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
            if (length == 0) {
                return joined.toByteArray();
            }
            joined.writeBytes(whole(in, length));
            line(in);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("half of an answer");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** The body. */
    public byte[] body() {
        return raw.getBytes(StandardCharsets.ISO_8859_1);
    }
}
