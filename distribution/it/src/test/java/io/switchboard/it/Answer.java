package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the hub answered. */
record Answer(int status, Map<String, List<String>> headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A frame of a stack, a class's name, a page of a container. */
    private static final Pattern INNARDS = Pattern.compile(
            "\\tat |Exception|java\\.|javax\\.|jakarta\\.|org\\.|com\\.fasterxml|io\\.switchboard\\.|<html|Jetty|jetty|Felix",
            Pattern.CASE_INSENSITIVE);

    String header(String name) {
        for (Map.Entry<String, List<String>> each : headers.entrySet()) {
            if (each.getKey().equalsIgnoreCase(name)) {
                return each.getValue().get(0);
            }
        }
        return "";
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + this, e);
        }
    }

    /** The body of a call that went well. */
    JsonNode ok() {
        assertEquals(200, status, this::toString);
        return json();
    }

    /** A refusal as the catalogue of errors has it, with nothing of the hub's inside. */
    JsonNode problem(int expectedStatus, int code) {
        assertEquals(expectedStatus, status, this::toString);
        assertEquals("application/problem+json", header("Content-Type"), this::toString);
        JsonNode problem = json();
        assertEquals(code, problem.path("code").asInt(), this::toString);
        assertEquals(expectedStatus, problem.path("status").asInt(), this::toString);
        assertTrue(problem.hasNonNull("advice"), this::toString);
        assertTrue(problem.hasNonNull("message"), this::toString);
        assertTrue(problem.hasNonNull("traceId"), this::toString);
        assertNoInnards();
        return problem;
    }

    void assertNoInnards() {
        assertFalse(INNARDS.matcher(body).find(), this::toString);
    }
}
