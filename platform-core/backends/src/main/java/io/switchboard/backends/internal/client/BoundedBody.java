package io.switchboard.backends.internal.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes a body of bounded length whole; what is longer ends the connection. */
final class BoundedBody implements BodySubscriber<byte[]> {
    private static final int FIRST = 4_096;

    private final int most;
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes;
    private Flow.@Nullable Subscription source;
    private boolean ended;

    /** The body has more bytes than it may. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong(int most) {
            super("more than " + most + " bytes");
        }
    }

    BoundedBody(int most) {
        this.most = most;
        this.bytes = new ByteArrayOutputStream(Math.min(most, FIRST));
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription subscription) {
        if (ended || source != null) {
            subscription.cancel();
            return;
        }
        source = subscription;
        // One at a time, so that no more than one is read beyond the bound.
        subscription.request(1);
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> parts) {
        if (ended || source == null) {
            return;
        }
        for (ByteBuffer part : parts) {
            if (part.remaining() > most - bytes.size()) {
                end(new TooLong(most));
                return;
            }
            byte[] copy = new byte[part.remaining()];
            part.get(copy);
            bytes.write(copy, 0, copy.length);
        }
        source.request(1);
    }

    @Override
    public synchronized void onError(Throwable failure) {
        ended = true;
        whole.completeExceptionally(failure);
    }

    @Override
    public synchronized void onComplete() {
        ended = true;
        whole.complete(bytes.toByteArray());
    }

    /** Nobody wants the rest. */
    synchronized void end(IOException why) {
        if (!ended) {
            ended = true;
            if (source != null) {
                source.cancel();
            }
            whole.completeExceptionally(why);
        }
    }
}
