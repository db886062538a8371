package io.switchboard.tryton;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.connector.ConnectorException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Tryton answered in place of a result: the cause of the {@link ConnectorException} that calls fail with, for those who have to
 * tell one from another. Its message is for the log; it names no values.
 */
public final class TrytonFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** What the database's driver says when the connection has gone, by any of its releases. */
    private static final List<String> CONNECTION_LOST = List.of(
            "connection already closed",
            "cursor already closed",
            "server closed the connection",
            "terminating connection",
            "connection has been closed",
            "could not connect to server",
            "connection to server",
            "the database system is");

    /** What PostgreSQL says when transactions stand in each other's way; Tryton has then tried several times already. */
    private static final List<String> IN_THE_WAY =
            List.of("could not obtain lock", "could not serialize access", "deadlock detected");

    /** What kind of fault it is. */
    public enum Kind {
        /** Somebody else changed the record since it was read; nothing was written. */
        MODIFIED,
        /** Others write the same at the same moment, the next number of invoices, say; nothing was written. */
        CONTENDED,
        /** A rule, a right or a check of Tryton's stands against it; nothing was written. */
        REFUSED,
        /** Tryton wants a person to say yes first; nothing was written. */
        WARNED,
        /** Tryton lost its database on the way. */
        DATABASE,
        /** There is no such model, field or method, or a fault in Tryton. */
        PROGRAM,
        /** The answer is none of Tryton's. */
        FORM
    }

    private final Kind kind;

    TrytonFault(Kind kind, String message, @Nullable Throwable cause) {
        super(kind + ": " + message, cause);
        this.kind = kind;
    }

    /** What kind of fault it is. */
    public Kind kind() {
        return kind;
    }

    /** The kind of fault that a call failed by; empty where Tryton did not answer with one. */
    public static Optional<Kind> kind(ConnectorException failure) {
        return failure.getCause() instanceof TrytonFault fault ? Optional.of(fault.kind) : Optional.empty();
    }

    /** Reads the member {@code error} of an answer: the name of a class and its arguments, or a message and a trace. */
    static TrytonFault of(JsonNode error) {
        String name = error.isArray() ? error.path(0).asText() : error.asText();
        return switch (name) {
            case "ConcurrencyException" -> new TrytonFault(Kind.MODIFIED, name, null);
            // The message may name the values that were refused, so it stays where it is.
            case "UserError" -> new TrytonFault(Kind.REFUSED, name, null);
            case "UserWarning" -> new TrytonFault(Kind.WARNED, name, null);
            default -> {
                String lower = name.toLowerCase(Locale.ROOT);
                if (IN_THE_WAY.stream().anyMatch(lower::contains)) {
                    yield new TrytonFault(Kind.CONTENDED, "others write at the same moment", null);
                }
                boolean lost = CONNECTION_LOST.stream().anyMatch(lower::contains);
                yield new TrytonFault(
                        lost ? Kind.DATABASE : Kind.PROGRAM, lost ? "connection lost" : brief(name), null);
            }
        };
    }

    /** A missing field or method is named in quotes, which is what whoever sets Tryton up needs to know; more is left out. */
    private static String brief(String message) {
        boolean quoted = message.length() > 2 && message.length() <= 80 && message.matches("'[A-Za-z0-9_.]+'");
        return quoted ? "it has no " + message : "an error of its own";
    }
}
