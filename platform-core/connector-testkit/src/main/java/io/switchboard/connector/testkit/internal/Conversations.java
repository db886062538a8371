package io.switchboard.connector.testkit.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The connections of a small HTTP/1.1 server, each on a thread of its own. Safe for use from many threads. */
public final class Conversations implements AutoCloseable {
    private static final int MOST_HEAD = 64 * 1024;

    private final ServerSocket listening;
    private final Function<Question, Reply> answers;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();

    /**
     * What was asked.
     *
     * @param raw the body, each byte a character
     */
    public record Question(int connection, String method, String target, Map<String, String> headers, String raw) {
        /** The body as text. */
        public String body() {
            return new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }

        /** As it goes to another server, one question a connection. */
        byte[] bytes() {
            StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
            headers.forEach((name, value) -> {
                if (!name.equals("connection")) {
                    text.append(name).append(": ").append(value).append("\r\n");
                }
            });
            return text.append("connection: close\r\n\r\n")
                    .append(raw)
                    .toString()
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** What is answered. */
    @FunctionalInterface
    public interface Reply {
        /** Sends it; false: the connection ends then. */
        boolean send(OutputStream out, CountDownLatch end) throws IOException, InterruptedException;
    }

    /** Takes connections from a socket until closed. */
    public Conversations(ServerSocket listening, Function<Question, Reply> answers) {
        this.listening = listening;
        this.answers = answers;
        start("faulty-server", this::accept);
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                // Else a body waits for the head's acknowledgement, 40 ms on many systems.
                socket.setTcpNoDelay(true);
                int number = count.incrementAndGet();
                start("faulty-server-" + number, () -> converse(socket, number));
            } catch (IOException e) {
                // Closed, which ends the loop, or a connection that has gone.
            }
        }
    }

    private void converse(Socket socket, int number) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            Optional<Question> question = read(in, number);
            while (question.isPresent() && answers.apply(question.get()).send(socket.getOutputStream(), end)) {
                question = read(in, number);
            }
        } catch (IOException e) {
            // The other side has gone, as it may.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private static Optional<Question> read(InputStream in, int connection) throws IOException {
        String head = head(in);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        String[] lines = head.split("\r\n", -1);
        String[] first = lines[0].split(" ", -1);
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return Optional.of(
                new Question(connection, first[0], first[1], headers, new String(body, StandardCharsets.ISO_8859_1)));
    }

    /** Up to the empty line, which it takes; empty at the end of the connection. */
    static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int inARow = 0;
        while (inARow < 4) {
            int next = in.read();
            if (next < 0 || head.size() > MOST_HEAD) {
                return "";
            }
            head.write(next);
            inARow = next == (inARow % 2 == 0 ? '\r' : '\n') ? inARow + 1 : next == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** How many connections there were. */
    public int count() {
        return count.get();
    }

    /** Whether it was closed. */
    boolean closed() {
        return listening.isClosed();
    }

    @Override
    public void close() {
        end.countDown();
        closeQuietly(listening);
        open.forEach(Conversations::closeQuietly);
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is as closed as it can be.
        }
    }
}
