package io.switchboard.ticket.redmine.internal.api;

import io.switchboard.connector.http.HttpAnswer;
import io.switchboard.connector.http.HttpQuestion;

/** Sends questions to one Redmine: for one call, or for none. */
@FunctionalInterface
public interface Wire {
    /** The answer, with an accepted status; fails as the HTTP client says. */
    HttpAnswer send(HttpQuestion question);
}
