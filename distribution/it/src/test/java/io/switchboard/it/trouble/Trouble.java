package io.switchboard.it.trouble;

import static io.switchboard.connector.Audience.STAFF;
import static io.switchboard.connector.Effect.READ;
import static io.switchboard.connector.Effect.WRITE;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Range;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Component;

/** Well declared, and badly behaved. */
@SuppressWarnings("DoNotCallSuggester") // Nobody calls them but the hub.
@Component(service = Connector.class)
@ConnectorType(id = "trouble", version = 1, title = "Trouble", zh = "麻烦")
@Describe(en = "Does what no connector may do.", zh = "做连接器不该做的事。")
public final class Trouble implements Connector {
    static final String SECRET = "jdbc:secret://inside";

    /** What the calls that end give back. */
    record Word(
            @Describe(en = "A word.", zh = "一个词。") @Example("calm")
            String word) {}

    /** How long to take. */
    record Wait(
            @Range(min = 0, max = 60_000) @Describe(en = "Milliseconds.", zh = "毫秒。") @Example("100")
            int millis) {}

    @Operation(id = "calm", effect = READ, audience = STAFF, scope = "trouble.use")
    @Describe(en = "Answers.", zh = "正常回答。")
    Word calm() {
        return new Word("calm");
    }

    @Operation(id = "fail", effect = READ, audience = STAFF, scope = "trouble.use")
    @Describe(en = "Throws.", zh = "抛出异常。")
    Word fail() {
        throw new IllegalStateException(SECRET);
    }

    @Operation(id = "link", effect = READ, audience = STAFF, scope = "trouble.use")
    @Describe(en = "Lacks a class.", zh = "缺少类。")
    Word link() {
        throw new NoClassDefFoundError(SECRET);
    }

    @Operation(id = "dive", effect = READ, audience = STAFF, scope = "trouble.use")
    @Describe(en = "Overflows its stack.", zh = "栈溢出。")
    Word dive() {
        return new Word(deeper(0));
    }

    private static String deeper(int depth) {
        return depth < 0 ? "" : deeper(depth + 1) + depth;
    }

    @Operation(id = "hang", effect = READ, audience = STAFF, scope = "trouble.use", deadline = "PT1S")
    @Describe(en = "Outlasts its deadline, and does not heed that it is interrupted.", zh = "超时且不理会中断。")
    Word hang(Wait input) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(input.millis());
        while (System.nanoTime() < end) {
            boolean unheeded = Thread.interrupted();
            LockSupport.parkNanos(unheeded ? 0 : 1_000_000);
        }
        return new Word("late");
    }

    @Operation(id = "slow", effect = READ, audience = STAFF, scope = "trouble.use")
    @Describe(en = "Takes its time.", zh = "较慢。")
    Word slow(Wait input) {
        return pause(input);
    }

    @Operation(id = "write", effect = WRITE, audience = STAFF, scope = "trouble.use", deadline = "PT1S")
    @Describe(en = "Writes, and takes its time.", zh = "较慢的写操作。")
    Word write(Wait input, CallContext call) {
        return pause(input);
    }

    @Operation(id = "nothing", effect = READ, audience = STAFF, scope = "trouble.use")
    @Describe(en = "Gives back null.", zh = "返回 null。")
    @SuppressWarnings("NullAway")
    Word nothing() {
        return null;
    }

    @Operation(id = "hole", effect = READ, audience = STAFF, scope = "trouble.use")
    @Describe(en = "Gives back a record with a null in it.", zh = "返回含 null 的记录。")
    @SuppressWarnings("NullAway")
    Word hole() {
        return new Word(null);
    }

    private static Word pause(Wait input) {
        try {
            Thread.sleep(input.millis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Word("done");
    }
}
