package io.switchboard.core.descriptor;

import java.util.List;

/**
 * Where an operation stands over HTTP, below {@code /api/{connector}/v{n}}. Immutable.
 *
 * @param method GET, POST, PUT, PATCH or DELETE
 * @param segments the path
 */
public record Route(String method, List<Segment> segments) {
    /** Copies the segments. */
    public Route {
        segments = List.copyOf(segments);
    }

    /**
     * One part of the path between two slashes.
     *
     * @param text the literal text, or the name of the input's member that stands here
     * @param variable whether it is a member's name
     */
    public record Segment(String text, boolean variable) {}

    /** Whether the method carries arguments in a body. */
    public boolean hasBody() {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }

    /** The path as a template, such as {@code /customers/{customerId}/balance}. */
    public String template() {
        StringBuilder path = new StringBuilder();
        for (Segment segment : segments) {
            path.append('/').append(segment.variable() ? "{" + segment.text() + "}" : segment.text());
        }
        return path.toString();
    }
}
