package io.switchboard.core.internal.pipeline;

import static io.switchboard.connector.Audience.PUBLIC;
import static io.switchboard.connector.Effect.READ;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Describe;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Operation;
import io.switchboard.core.internal.catalogue.ConnectorRegistry.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A connector that does everything wrong that one can. */
@ConnectorType(id = "rogue", version = 1, title = "Rogue", zh = "异常")
@Describe(en = "Misbehaves as the test asks for.", zh = "按测试要求异常。")
public final class Rogue implements Connector {
    static final Origin ORIGIN = new Origin("com.example.rogue", "1.0.0", 66, false);

    final CountDownLatch release = new CountDownLatch(1);
    final CountDownLatch hangs = new CountDownLatch(1);
    final List<Thread> leaked = new ArrayList<>();
    volatile How how = How.FINE;

    /** What it does. */
    enum How {
        FINE,
        UNEXPECTED,
        LINKAGE,
        OVERFLOW,
        MEMORY,
        GARBAGE,
        UNDECLARED,
        DECLARED,
        LEAK,
        HANG
    }

    record Told(String text) {}

    @Operation(
            id = "act",
            http = "POST /act",
            effect = READ,
            audience = PUBLIC,
            scope = "rogue.act",
            deadline = "PT0.1S")
    @Describe(en = "Acts.", zh = "执行。")
    @SuppressWarnings("NullAway")
    Told act() {
        return switch (how) {
            case FINE -> new Told("fine");
            case UNEXPECTED -> throw new IllegalStateException("broken");
            case LINKAGE -> throw new NoClassDefFoundError("com/example/Missing");
            case OVERFLOW -> new Told(String.valueOf(depth(0)));
            case MEMORY -> throw new OutOfMemoryError("as if");
            case GARBAGE -> new Told(null);
            case UNDECLARED -> throw ConnectorException.of(ErrorCode.CONFLICT, "undeclared");
            case DECLARED -> throw ConnectorException.of(ErrorCode.BACKEND_UNREACHABLE);
            case LEAK -> leak();
            case HANG -> hang();
        };
    }

    @SuppressWarnings("InfiniteRecursion")
    private static long depth(long so) {
        return depth(so + 1) + 1;
    }

    private synchronized Told leak() {
        Thread thread = new Thread(this::hang);
        thread.setDaemon(true);
        thread.start();
        leaked.add(thread);
        throw new IllegalStateException("and leaves a thread behind");
    }

    private Told hang() {
        hangs.countDown();
        while (true) {
            try {
                release.await();
                return new Told("at last");
            } catch (InterruptedException e) {
                // As bad ones do.
            }
        }
    }
}
