package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.Audience;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the calls of one client: all of them, those of single operations, and those for customers whom nobody knows; whoever goes
 * through one customer id after the other finds few of them. Safe for use from many threads.
 */
final class LimitRate implements Step {
    private static final Text CLIENT = new Text("This client calls more often than the hub allows.", "该客户端调用过于频繁。");
    private static final Text OPERATION =
            new Text("This client calls this operation more often than the hub allows.", "该客户端调用此操作过于频繁。");
    private static final Text MISSES = new Text(
            "This client has asked for too many customers who do not exist, or are not its own.",
            "该客户端查询了过多不存在或不属于其令牌的客户。");

    private final Limit client;
    private final @Nullable Limit misses;
    private final Map<OperationLimit, Limit> rules;
    private final Map<String, List<Limit>> byOperation = new ConcurrentHashMap<>();

    LimitRate(RateBounds bounds, LongSupplier nanoTime) {
        client = new Limit("client", bounds.clientPerSecond(), Duration.ofSeconds(1), CLIENT, nanoTime);
        misses = bounds.missesPerMinute() == 0
                ? null
                : new Limit("misses", bounds.missesPerMinute(), Duration.ofMinutes(1), MISSES, nanoTime);
        rules = bounds.operations().stream()
                .distinct()
                .collect(Collectors.toMap(
                        rule -> rule,
                        rule -> new Limit(rule.operation(), rule.calls(), rule.window(), OPERATION, nanoTime)));
    }

    @Override
    public void before(Call call) throws CallFailure {
        admit(call, call.target().operation().name());
        if (misses != null && call.operation().audience() == Audience.CUSTOMER) {
            misses.check(call.caller().principal().id());
        }
    }

    @Override
    public void after(Call call, @Nullable CallFailure failure) {
        if (misses != null && failure != null && failure.code() == ErrorCode.CUSTOMER_NOT_FOUND) {
            misses.count(call.caller().principal().id());
        }
    }

    /** Lets one more request of the caller in, for what goes by a name. */
    void admit(Call call, String name) throws CallFailure {
        admit(call);
        String caller = call.caller().principal().id();
        for (Limit each : limitsOf(name)) {
            each.admit(call, caller);
        }
    }

    /** Lets one more request of the caller in, whatever it is for. */
    void admit(Call call) throws CallFailure {
        client.admit(call, call.caller().principal().id());
    }

    /** The names come from the catalogue and from what bundles declare, so there are few. */
    private List<Limit> limitsOf(String operation) {
        return rules.isEmpty()
                ? List.of()
                : byOperation.computeIfAbsent(
                        operation,
                        name -> rules.keySet().stream()
                                .filter(rule -> rule.covers(name))
                                .map(rule -> rules.get(rule))
                                .toList());
    }
}
