package io.switchboard.bench.drive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A system that takes as long for each answer as the question's {@code millis} says, with as many at a time as come. */
final class SlowServer implements AutoCloseable {
    private static final Pattern MILLIS = Pattern.compile("GET [^ ?]*\\?millis=([0-9]{1,4}) .*");
    private static final int BACKLOG = 512;
    private static final byte[] ANSWER = answer();

    private final ServerSocket socket;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final LongAdder asked = new LongAdder();

    private SlowServer(ServerSocket socket) {
        this.socket = socket;
    }

    static SlowServer start() throws IOException {
        SlowServer server = new SlowServer(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
        daemon(server::accept);
        return server;
    }

    /** About as long as a ticket. */
    private static byte[] answer() {
        String body = "{\"text\":\"" + "abcdefghi ".repeat(100) + "\"}";
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** How many questions came so far. */
    long asked() {
        return asked.sum();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                daemon(() -> serve(connection));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII), 2_048);
            OutputStream out = connection.getOutputStream();
            for (String first = in.readLine(); first != null; first = in.readLine()) {
                String header = in.readLine();
                while (header != null && !header.isEmpty()) {
                    header = in.readLine();
                }
                asked.increment();
                Matcher millis = MILLIS.matcher(first);
                if (millis.matches()) {
                    TimeUnit.MILLISECONDS.sleep(Long.parseLong(millis.group(1)));
                }
                out.write(ANSWER);
            }
        } catch (IOException e) {
            // The other side has gone.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(connection);
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "slow-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket each : open) {
            each.close();
        }
    }
}
