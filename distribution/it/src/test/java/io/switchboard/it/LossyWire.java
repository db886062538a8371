package io.switchboard.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between the hub and a real system, and can lose the answer to a question that went through. */
final class LossyWire implements AutoCloseable {
    private static final int CHUNK = 65_536;

    private final ServerSocket server;
    private final URI system;
    private final AtomicReference<String> lost = new AtomicReference<>("");

    LossyWire(String address) {
        system = URI.create(address);
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Loses the answer to the next question that begins so, once. */
    void loseAnswerTo(String beginning) {
        lost.set(beginning);
    }

    /** Whether the answer that was to be lost has been asked for, and lost. */
    boolean hasLost() {
        return Objects.requireNonNull(lost.get()).isEmpty();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = server.accept();
                daemon(() -> carry(near));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    /** One question after the other: whoever asks waits for the answer before it asks again on the same connection. */
    private void carry(Socket near) {
        AtomicBoolean lose = new AtomicBoolean();
        try (near;
                Socket far = new Socket(system.getHost(), system.getPort())) {
            daemon(() -> answers(far, near, lose));
            InputStream in = near.getInputStream();
            OutputStream out = far.getOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                String beginning = Objects.requireNonNull(lost.get());
                if (!beginning.isEmpty()
                        && new String(chunk, 0, n, StandardCharsets.ISO_8859_1).startsWith(beginning)) {
                    lose.set(true);
                }
                out.write(chunk, 0, n);
                out.flush();
            }
        } catch (IOException e) {
            // Either side went away, and takes the other with it.
        }
    }

    private void answers(Socket far, Socket near, AtomicBoolean lose) {
        try (far;
                near) {
            byte[] chunk = new byte[CHUNK];
            for (int n = far.getInputStream().read(chunk);
                    n >= 0;
                    n = far.getInputStream().read(chunk)) {
                if (lose.get()) {
                    lost.set("");
                    return;
                }
                near.getOutputStream().write(chunk, 0, n);
                near.getOutputStream().flush();
            }
        } catch (IOException e) {
            // The same.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
