package io.switchboard.tryton;

import io.switchboard.connector.http.HttpAnswer;
import io.switchboard.connector.http.HttpQuestion;

/** How the client's questions go out; mostly by an {@link io.switchboard.connector.http.HttpBackend}. Safe for use from many threads. */
@FunctionalInterface
public interface Wire {
    /**
     * Sends one question.
     *
     * @throws io.switchboard.connector.ConnectorException where no answer with an accepted status comes
     */
    HttpAnswer send(HttpQuestion question);
}
