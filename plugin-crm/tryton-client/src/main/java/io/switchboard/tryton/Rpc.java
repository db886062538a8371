package io.switchboard.tryton;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Secret;
import io.switchboard.connector.http.HttpAnswer;
import io.switchboard.connector.http.HttpQuestion;
import io.switchboard.connector.http.HttpQuestionBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON-RPC as Tryton speaks it: one address for each database, and errors with status 200. Safe for use from many threads. */
final class Rpc {
    /** The session has ended, or the login was refused: nothing was done. */
    static final class Unauthorized extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Too many bad logins: nothing was done. */
    static final class Locked extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Wire wire;
    private final String database;

    Rpc(Wire wire, String database) {
        this.wire = wire;
        this.database = database;
    }

    Rpc over(Wire other) {
        return new Rpc(other, database);
    }

    /**
     * Calls a method.
     *
     * @param authorization the session; empty: none, as for signing in
     */
    JsonNode call(String method, List<@Nullable Object> parameters, Optional<Secret> authorization, boolean reads)
            throws Unauthorized, Locked {
        HttpAnswer answer = wire.send(question(method, parameters, authorization, reads));
        return switch (answer.status()) {
            case 200 -> result(answer, reads);
            case 401 -> throw new Unauthorized();
            case 429 -> throw new Locked();
            // No such database.
            case 404 -> throw failure(ErrorCode.BACKEND_REFUSED, TrytonFault.Kind.FORM, "no database of this name");
            // No such method, or none that may be called from outside.
            default -> throw failure(ErrorCode.BACKEND_FAILED, TrytonFault.Kind.PROGRAM, "status " + answer.status());
        };
    }

    private HttpQuestion question(
            String method, List<@Nullable Object> parameters, Optional<Secret> authorization, boolean reads) {
        JsonNode body = TaggedValues.encode(Map.of("id", 1, "method", method, "params", parameters));
        HttpQuestionBuilder builder = HttpQuestion.post("/{database}/", database)
                .body("application/json", TaggedValues.bytes(body))
                .accept(401, 403, 404, 429);
        authorization.ifPresent(session -> builder.header("Authorization", session));
        return (reads ? builder.reads() : builder).build();
    }

    private static JsonNode result(HttpAnswer answer, boolean reads) {
        JsonNode root;
        try {
            root = TaggedValues.parse(answer.bytes());
        } catch (IOException e) {
            throw ConnectorException.of(ErrorCode.BACKEND_FAILED)
                    .causedBy(new TrytonFault(TrytonFault.Kind.FORM, "no JSON, but " + answer.mediaType(), null));
        }
        JsonNode error = root.get("error");
        if (error != null) {
            throw failure(TrytonFault.of(error), reads);
        }
        JsonNode result = root.get("result");
        if (result == null) {
            throw failure(ErrorCode.BACKEND_FAILED, TrytonFault.Kind.FORM, "neither result nor error");
        }
        return result;
    }

    /** An error that Tryton raises undoes its transaction; only of one that has no database any more nobody knows. */
    private static ConnectorException failure(TrytonFault fault, boolean reads) {
        ConnectorException failure = switch (fault.kind()) {
            case MODIFIED, CONTENDED -> ConnectorException.of(ErrorCode.BUSY).retryAfter(SOON);
            case REFUSED, WARNED -> ConnectorException.of(ErrorCode.BACKEND_REFUSED);
            case DATABASE ->
                reads
                        ? ConnectorException.of(ErrorCode.BACKEND_UNREACHABLE).retryAfter(SOON)
                        : ConnectorException.of(ErrorCode.OUTCOME_UNKNOWN);
            case PROGRAM, FORM -> ConnectorException.of(ErrorCode.BACKEND_FAILED);
        };
        return failure.causedBy(fault);
    }

    private static ConnectorException failure(ErrorCode code, TrytonFault.Kind kind, String message) {
        return ConnectorException.of(code).causedBy(new TrytonFault(kind, message, null));
    }
}
