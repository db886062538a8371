package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.DataClass;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.internal.bind.IllegalResultException;
import io.switchboard.core.internal.bind.ResultWriter;
import io.switchboard.core.internal.handle.HandleScope;
import io.switchboard.core.internal.handle.Handles;
import io.switchboard.core.internal.handle.HandlesUnavailable;
import io.switchboard.core.internal.mask.HandleValues;
import io.switchboard.core.internal.mask.StandIns;
import io.switchboard.core.security.Caller;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The handles of one call: those that came with its arguments, and those that stand in its answer. Not for several threads. */
final class CallHandles implements HandleValues {
    private static final Logger LOG = LoggerFactory.getLogger(CallHandles.class);
    private static final int MOST_IN_AN_ANSWER = 2_000;
    private static final Duration COME_AGAIN = Duration.ofSeconds(2);

    private final Supplier<Optional<Handles>> store;
    private final Supplier<HandleScope> scope;
    private boolean unavailable;

    /** A value in an answer. */
    private record Shown(DataClass dataClass, String value) {}

    /** Asks for both only where there are handles, which most calls have none of. */
    CallHandles(Supplier<Optional<Handles>> store, Supplier<HandleScope> scope) {
        this.store = store;
        this.scope = scope;
    }

    /** Where the handles of a call mean something: its caller, its customer, its conversation. */
    static HandleScope scope(Caller caller, Optional<String> customer, Optional<String> conversation) {
        return new HandleScope(
                caller.name(), caller.boundCustomer().or(() -> customer).orElse(""), conversation.orElse(""));
    }

    @Override
    public Optional<String> of(String handle) {
        Optional<Handles> handles = store.get();
        try {
            unavailable |= handles.isEmpty();
            return handles.isEmpty() ? Optional.empty() : handles.get().value(scope.get(), handle);
        } catch (HandlesUnavailable e) {
            LOG.warn("handles cannot be looked up: {}", new BareTrace(e));
            unavailable = true;
            return Optional.empty();
        }
    }

    /** Ends the call where nobody could say what its handles stand for. */
    void requireKnown() throws CallFailure {
        if (unavailable) {
            throw CallFailure.of(
                            ErrorCode.BUSY,
                            "The store cannot be reached, so nobody knows what the handles stand for; send values, or try again.",
                            "存储不可用，无法识别代号；请直接发送值，或稍后重试。")
                    .retryAfter(COME_AGAIN);
        }
    }

    /** Keeps the values that a result shows as handles, and gives these; gives none where the values cannot be kept. */
    StandIns forAnswer(ResultWriter writer, @Nullable Object result) throws IllegalResultException {
        Optional<Handles> present = writer.givesHandles() ? store.get() : Optional.empty();
        if (present.isEmpty()) {
            return StandIns.NONE;
        }
        Handles handles = present.get();
        HandleScope here = scope.get();
        Map<Shown, String> names = new HashMap<>();
        writer.write(result, NoOutput.INSTANCE, (dataClass, value) -> {
            if (value.length() <= Handles.LONGEST_VALUE && names.size() < MOST_IN_AN_ANSWER) {
                names.computeIfAbsent(new Shown(dataClass, value), shown -> handles.name(here, dataClass, value));
            }
            return null;
        });
        try {
            Map<String, String> values = new HashMap<>();
            names.forEach((shown, handle) -> values.put(handle, shown.value()));
            handles.keep(here, values);
        } catch (HandlesUnavailable e) {
            LOG.warn("handles cannot be kept, so what they stand for is hidden: {}", new BareTrace(e));
            return StandIns.NONE;
        }
        return (dataClass, value) -> names.get(new Shown(dataClass, value));
    }
}
