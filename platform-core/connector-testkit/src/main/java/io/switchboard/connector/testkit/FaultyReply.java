package io.switchboard.connector.testkit;

import io.switchboard.connector.testkit.internal.Conversations;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sends an answer with its faults. */
record FaultyReply(FaultyAnswer answer) implements Conversations.Reply {
    private static final byte[] NO_HTTP = {'\r', '\n', (byte) 0xfe, 0, 1, '?', '?', ' ', '\r', '\n', '\r', '\n'};
    private static final byte[] MUCH = new byte[8_192];

    @Override
    public boolean send(OutputStream out, CountDownLatch end) throws IOException, InterruptedException {
        wait(end, answer.pause());
        switch (answer.act()) {
            case CLOSED -> {
                return false;
            }
            case SILENT -> {
                end.await();
                return false;
            }
            case GARBLED -> {
                out.write(NO_HTTP);
                out.flush();
                return false;
            }
            default -> out.write(answer.head());
        }
        out.flush();
        switch (answer.act()) {
            case ENDLESS -> {
                while (end.getCount() > 0) {
                    out.write(MUCH);
                }
                return false;
            }
            case HALF -> {
                body(out, end, answer.body().length / 2);
                return false;
            }
            default -> {
                body(out, end, answer.body().length);
                return true;
            }
        }
    }

    private void body(OutputStream out, CountDownLatch end, int bytes) throws IOException, InterruptedException {
        if (answer.drip().isEmpty()) {
            out.write(answer.body(), 0, bytes);
        } else {
            for (int i = 0; i < bytes && end.getCount() > 0; i++) {
                out.write(answer.body()[i]);
                out.flush();
                wait(end, answer.drip().get());
            }
        }
        out.flush();
    }

    /** Waits a time, or until the server ends. */
    private static void wait(CountDownLatch end, Duration time) throws InterruptedException {
        if (!time.isZero() && end.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new InterruptedException("the server ends");
        }
    }
}
