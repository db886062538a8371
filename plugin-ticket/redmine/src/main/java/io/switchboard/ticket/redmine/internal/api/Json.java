package io.switchboard.ticket.redmine.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.http.HttpAnswer;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads JSON; what is not as Redmine's documentation has it fails with {@link ErrorCode#BACKEND_FAILED}. */
public final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** What an answer says in the member that Redmine wraps everything in. */
    public static JsonNode read(HttpAnswer answer, String member) {
        try {
            return require(MAPPER.readTree(answer.stream()), member);
        } catch (IOException e) {
            throw ConnectorException.of(ErrorCode.BACKEND_FAILED).causedBy(e);
        }
    }

    static JsonNode require(JsonNode node, String member) {
        JsonNode found = node.path(member);
        if (found.isMissingNode()) {
            throw strange("has no " + member);
        }
        return found;
    }

    /** A number that names something. */
    public static long number(JsonNode node, String member) {
        JsonNode found = require(node, member);
        if (!found.canConvertToLong() || !found.isIntegralNumber()) {
            throw strange(member + " is no number");
        }
        return found.longValue();
    }

    /** Text; empty where there is none. */
    public static String text(JsonNode node, String member) {
        return optional(node, member).orElse("");
    }

    static Optional<String> optional(JsonNode node, String member) {
        JsonNode found = node.path(member);
        return found.isValueNode() && !found.isNull() ? Optional.of(found.asText()) : Optional.empty();
    }

    static Instant instant(JsonNode node, String member) {
        try {
            return Instant.parse(text(node, member));
        } catch (DateTimeParseException e) {
            throw strange(member + " is no time").causedBy(e);
        }
    }

    /** Says what is strange, and nothing of the values: these may be somebody's data. */
    private static ConnectorException strange(String what) {
        return ConnectorException.of(ErrorCode.BACKEND_FAILED)
                .causedBy(new IllegalArgumentException("Redmine's answer " + what));
    }
}
