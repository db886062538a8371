package io.switchboard.connector.http;

import io.switchboard.connector.Secret;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One question to a backend. Immutable, so it may be kept and asked again.
 *
 * <pre>{@code
 * HttpQuestion.get("/issues/{id}.json", id).query("include", "journals").accept(404).build();
 * HttpQuestion.put("/issues/{id}.json", id).json(text).repeatable().build();
 * }</pre>
 *
 * <p>What stands in braces is filled by the values in their order, each escaped whole, so that an id that a caller gives leads to no other
 * path: one that is empty, or a dot segment, fails with {@code NOT_FOUND}.
 */
public final class HttpQuestion {
    private final String method;
    private final String template;
    private final String target;
    private final Map<String, Secret> headers;
    private final Optional<ByteBuffer> body;
    private final boolean reads;
    private final boolean repeatable;
    private final Set<Integer> accepted;
    private final Optional<String> expected;
    private final OptionalInt answerBytes;

    HttpQuestion(HttpQuestionBuilder builder) {
        method = builder.method;
        template = builder.template;
        target = builder.target();
        headers = Map.copyOf(builder.headers);
        body = builder.body;
        reads = builder.reads;
        repeatable = builder.repeatable;
        accepted = Set.copyOf(builder.accepted);
        expected = builder.expected;
        answerBytes = builder.answerBytes;
    }

    /** Begins one that reads. */
    public static HttpQuestionBuilder get(String path, Object... values) {
        return of("GET", path, values);
    }

    /** Begins one that makes something, or whatever else the backend takes as POST. */
    public static HttpQuestionBuilder post(String path, Object... values) {
        return of("POST", path, values);
    }

    /** Begins one that puts something in place of what is there. */
    public static HttpQuestionBuilder put(String path, Object... values) {
        return of("PUT", path, values);
    }

    /** Begins one that takes something away. */
    public static HttpQuestionBuilder delete(String path, Object... values) {
        return of("DELETE", path, values);
    }

    /**
     * Begins one.
     *
     * @param method in capitals; only GET and HEAD read, and may be asked again, without being told so
     * @param path beginning with {@code /}, below the endpoint's own path
     * @throws IllegalArgumentException where the path is none, or has not as many places as there are values
     * @throws io.switchboard.connector.ConnectorException with {@code NOT_FOUND} where a value can stand in no path
     */
    public static HttpQuestionBuilder of(String method, String path, Object... values) {
        return new HttpQuestionBuilder(method, path, values);
    }

    /** The method, in capitals. */
    public String method() {
        return method;
    }

    /** Path and query as they are sent, below the endpoint's own path. May hold somebody's data: not for logs. */
    public String target() {
        return target;
    }

    /** The headers by their names. */
    public Map<String, Secret> headers() {
        return headers;
    }

    /** The body, read-only; empty where there is none. */
    public Optional<ByteBuffer> body() {
        return body.map(ByteBuffer::asReadOnlyBuffer);
    }

    /** Whether it changes nothing in the backend. */
    public boolean reads() {
        return reads;
    }

    /** Whether it may be asked again although it may have reached the backend. */
    public boolean repeatable() {
        return repeatable;
    }

    /** Whether an answer of this status is one; every other fails. */
    public boolean accepts(int status) {
        return (status >= 200 && status <= 299) || accepted.contains(status);
    }

    /** The media type that an answer with a body has to have; empty: any. */
    public Optional<String> expected() {
        return expected;
    }

    /** The most bytes of the answer's body; empty: as the backend's settings say. */
    public OptionalInt answerBytes() {
        return answerBytes;
    }

    /** Method and path with its places unfilled, for what fills them may be somebody's data. */
    @Override
    public String toString() {
        return method + " " + template;
    }
}
