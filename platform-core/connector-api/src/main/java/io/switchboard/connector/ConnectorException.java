package io.switchboard.connector;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one exception by which a connector says that a call failed. Immutable.
 *
 * <p>Only the code, the reason and the member leave the hub. The cause is for its log.
 */
public final class ConnectorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String reason;
    private final String member;
    private final @Nullable Duration retryAfter;

    private ConnectorException(
            ErrorCode code, String reason, String member, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(reason.isEmpty() ? code.name() : code.name() + " " + reason, cause);
        this.code = Objects.requireNonNull(code, "code");
        this.reason = reason;
        this.member = member;
        this.retryAfter = retryAfter;
    }

    /** A failure that the code says all of. */
    public static ConnectorException of(ErrorCode code) {
        return new ConnectorException(code, "", "", null, null);
    }

    /** A failure with one of the reasons that the operation declares. */
    public static ConnectorException of(ErrorCode code, String reason) {
        return new ConnectorException(code, reason, "", null, null);
    }

    /** A failure with a reason (may be empty) and what brought it about. */
    public static ConnectorException of(ErrorCode code, String reason, Throwable cause) {
        return new ConnectorException(code, reason, "", null, cause);
    }

    /** The same, naming the argument at fault by its path, such as {@code address.postcode}. */
    public ConnectorException at(String path) {
        return new ConnectorException(code, reason, path, retryAfter, getCause());
    }

    /** The same, saying when it is worth trying again. */
    public ConnectorException retryAfter(Duration wait) {
        return new ConnectorException(code, reason, member, wait, getCause());
    }

    /** The code of the catalogue. */
    public ErrorCode code() {
        return code;
    }

    /** The connector's own reason; empty where there is none. */
    public String reason() {
        return reason;
    }

    /** The path of the argument at fault; empty where there is none. */
    public String member() {
        return member;
    }

    /** When it is worth trying again, where the connector knows. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
