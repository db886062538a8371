package io.switchboard.core.call;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.descriptor.Text;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a call with a problem. Immutable; carries no stack trace, for it is an answer and not an accident. */
public final class CallFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String reason;
    private final transient Text detail;
    private final transient List<ArgumentFault> faults;
    private final @Nullable Duration retryAfter;

    private CallFailure(
            ErrorCode code, String reason, Text detail, List<ArgumentFault> faults, @Nullable Duration retryAfter) {
        super(code.name(), null, false, false);
        this.code = code;
        this.reason = reason;
        this.detail = detail;
        this.faults = List.copyOf(faults);
        this.retryAfter = retryAfter;
    }

    /** A failure that its code says all of. */
    public static CallFailure of(ErrorCode code) {
        return new CallFailure(code, "", Text.NONE, List.of(), null);
    }

    /** A failure with what was wrong and what to do, for the caller's developer. */
    public static CallFailure of(ErrorCode code, String en, String zh) {
        return new CallFailure(code, "", new Text(en, zh), List.of(), null);
    }

    /** A failure of the arguments. */
    public static CallFailure ofArguments(List<ArgumentFault> faults) {
        return new CallFailure(ErrorCode.INVALID_ARGUMENTS, "", Text.NONE, faults, null);
    }

    /** The same, with a reason of the connector ({@code loyalty/expired}). */
    public CallFailure because(String connectorReason) {
        return new CallFailure(code, connectorReason, detail, faults, retryAfter);
    }

    /** The same, naming arguments at fault. */
    public CallFailure with(List<ArgumentFault> argumentFaults) {
        return new CallFailure(code, reason, detail, argumentFaults, retryAfter);
    }

    /** The same, saying when to try again. */
    public CallFailure retryAfter(Duration wait) {
        return new CallFailure(code, reason, detail, faults, wait);
    }

    /** The code of the catalogue. */
    public ErrorCode code() {
        return code;
    }

    /** The connector's reason, such as {@code loyalty/expired}; empty where there is none. */
    public String reason() {
        return reason;
    }

    /** What was wrong and what to do, for the caller's developer; may be empty. */
    public Text detail() {
        return detail;
    }

    /** The arguments at fault, each by its path. */
    public List<ArgumentFault> faults() {
        return faults;
    }

    /** When to try again; null where nobody knows. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
