package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a call showed of its connector. */
enum Verdict {
    /** It did as it should, or failed in a way that it declares. */
    WORKS,
    /** It threw what it may not, gave back what it may not, or did not come to an end. */
    FAULT,
    /** It was not asked, or nobody can say. */
    NOTHING;

    /** Of a call whose thread is free again. One that was given up at its deadline was judged then. */
    static Verdict of(Call call, @Nullable CallFailure failure) {
        if (call.expired()) {
            return NOTHING;
        }
        return switch (call.ran()) {
            case NOT_YET, RUNNING -> NOTHING;
            case RETURNED -> isFault(failure) ? FAULT : WORKS;
            case THREW -> isFault(call.thrown()) ? FAULT : WORKS;
        };
    }

    private static boolean isFault(@Nullable CallFailure failure) {
        return failure != null && failure.code() == ErrorCode.CONNECTOR_FAULT;
    }

    /** Of a call that is given up at its deadline. A caller who asks for less time than the operation has proves nothing. */
    static Verdict atDeadline(Call call) {
        if (call.ran() != Call.Ran.RUNNING) {
            return NOTHING;
        }
        Duration deadline = call.operation().deadline();
        return call.request().timeout().orElse(deadline).compareTo(deadline) < 0 ? NOTHING : FAULT;
    }
}
