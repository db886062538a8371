package io.switchboard.core.internal.pipeline;

import static io.switchboard.connector.Audience.PUBLIC;
import static io.switchboard.connector.Effect.READ;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Operation;
import io.switchboard.core.internal.catalogue.ConnectorRegistry.Origin;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** One version of a connector, which knows whether it was called after it had been taken away. */
@ConnectorType(id = "edition", version = 1, title = "Edition", zh = "版本")
@Describe(en = "Tells which version answers.", zh = "返回应答的版本。")
public final class Edition implements Connector {
    final int number;
    final AtomicInteger strays = new AtomicInteger();
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch mayEnd = new CountDownLatch(1);
    volatile boolean gone;

    /** Makes the version of a number. */
    public Edition(int number) {
        this.number = number;
    }

    record Told(int number) {}

    @Operation(id = "number.get", http = "GET /number", effect = READ, audience = PUBLIC, scope = "edition.read")
    @Describe(en = "The version's number.", zh = "版本号。")
    Told number() {
        LockSupport.parkNanos(1);
        if (gone) {
            strays.incrementAndGet();
        }
        return new Told(number);
    }

    @Operation(id = "number.wait", http = "GET /slow", effect = READ, audience = PUBLIC, scope = "edition.read")
    @Describe(en = "The version's number, when the test lets it.", zh = "版本号。")
    Told slowly() throws InterruptedException {
        entered.countDown();
        boolean unused = mayEnd.await(20, TimeUnit.SECONDS);
        return number();
    }

    Origin origin() {
        return new Origin("com.example.edition", "1." + number, number, false);
    }
}
