package io.switchboard.connector;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one exception by which a connector says that a call failed. Immutable: each method gives a new one.
 *
 * <pre>{@code
 * throw ConnectorException.of(ErrorCode.CONFLICT, "expired");
 * throw ConnectorException.of(ErrorCode.INVALID_ARGUMENTS).at("from", "until");
 * throw ConnectorException.of(ErrorCode.BACKEND_UNREACHABLE).causedBy(e).retryAfter(Duration.ofSeconds(30));
 * throw ConnectorException.of(ErrorCode.NOT_FOUND).ownedBy(() -> backend.ownerOf(ticketId));
 * }</pre>
 *
 * <p>Only the code, the reason, the members and the time to wait leave the hub. The cause is for its log, the owner for its audit.
 */
public final class ConnectorException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final ErrorCode code;
    private final String reason;
    private final List<String> members;
    private final @Nullable Duration retryAfter;
    private final transient @Nullable Supplier<Optional<String>> owner;

    private ConnectorException(
            ErrorCode code,
            String reason,
            List<String> members,
            @Nullable Duration retryAfter,
            @Nullable Supplier<Optional<String>> owner,
            @Nullable Throwable cause) {
        super(reason.isEmpty() ? code.name() : code.name() + " " + reason, cause);
        this.code = code;
        this.reason = reason;
        this.members = members;
        this.retryAfter = retryAfter;
        this.owner = owner;
    }

    /** A failure that the code says all of. */
    public static ConnectorException of(ErrorCode code) {
        return of(code, "");
    }

    /**
     * A failure with one of the reasons that the operation declares with {@link Fails}.
     *
     * @param reason the reason as declared, without the connector's id; empty where the code says all of it
     */
    public static ConnectorException of(ErrorCode code, String reason) {
        return new ConnectorException(code, reason, List.of(), null, null, null);
    }

    /** The same, naming arguments at fault by their paths, such as {@code address.postcode}; adds to those named before. */
    public ConnectorException at(String... paths) {
        List<String> all = Stream.concat(members.stream(), Stream.of(paths)).toList();
        return new ConnectorException(code, reason, all, retryAfter, owner, getCause());
    }

    /** The same, with what brought it about. That is for the hub's log only, so it may name what callers must not see. */
    public ConnectorException causedBy(Throwable cause) {
        return new ConnectorException(code, reason, members, retryAfter, owner, Objects.requireNonNull(cause, "cause"));
    }

    /**
     * The same, saying when it is worth trying again.
     *
     * @param wait from a millisecond to a day; what lies outside is taken as the nearer of the two, since a backend's strange answer
     *     must not hide the failure
     */
    public ConnectorException retryAfter(Duration wait) {
        Duration bounded = wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
        bounded = bounded.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : bounded;
        return new ConnectorException(code, reason, members, bounded, owner, getCause());
    }

    /**
     * The same, with a way to find out whose the row is that this customer does not have. The hub takes it only after the call was
     * answered, on a thread of its own, and raises an alarm in the audit where the row is another customer's; nothing of it reaches the
     * caller. So that the answers for another's row and for none stay alike, raise the same exception for both, as soon as the row is
     * not found among this customer's.
     *
     * @param lookup the customer's id for the row; empty where there is no such row, or nobody can say. Interrupted at the operation's
     *     deadline, which counts from the answer on
     */
    public ConnectorException ownedBy(Supplier<Optional<String>> lookup) {
        return new ConnectorException(
                code, reason, members, retryAfter, Objects.requireNonNull(lookup, "lookup"), getCause());
    }

    /** The code of the catalogue. */
    public ErrorCode code() {
        return code;
    }

    /** The connector's own reason; empty where there is none. */
    public String reason() {
        return reason;
    }

    /** The paths of the arguments at fault, in the order they were named; empty where there are none. */
    public List<String> members() {
        return members;
    }

    /** When it is worth trying again, where the connector knows; a millisecond to a day. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The way to find out whose the row is; empty where the connector gave none. */
    public Optional<Supplier<Optional<String>>> owner() {
        return Optional.ofNullable(owner);
    }
}
