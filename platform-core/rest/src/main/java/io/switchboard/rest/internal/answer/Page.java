package io.switchboard.rest.internal.answer;

import io.switchboard.core.call.Arrival;
import io.switchboard.core.call.CallFailure;
import java.io.IOException;
import java.util.List;

/** Something below {@code /api} that is read, and is no operation of a connector. */
@FunctionalInterface
public interface Page {
    /**
     * Answers.
     *
     * @param path the segments of the path
     * @throws CallFailure where there is nothing for this caller
     */
    void answer(Exchange exchange, Arrival arrival, List<String> path) throws CallFailure, IOException;

    /** Whether there is a form of it that a browser shows to people. */
    default boolean hasHtml() {
        return false;
    }

    /** Whether it can be had as a stream of events ({@code text/event-stream}). */
    default boolean hasStream() {
        return false;
    }

    /** Whether there is a form of it that the caller takes. */
    default boolean suits(Exchange exchange) {
        return exchange.isAcceptable()
                || (hasHtml() && exchange.prefersHtml())
                || (hasStream() && exchange.prefersStream());
    }
}
