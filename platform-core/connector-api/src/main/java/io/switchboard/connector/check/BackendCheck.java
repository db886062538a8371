package io.switchboard.connector.check;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells whether one instance of a backend is set up as it has to be: that it lets the hub in, and has the projects, fields and states it
 * needs. A service, mostly of the component that is the backend itself:
 *
 * <pre>{@code
 * @Component(service = {TicketBackend.class, BackendCheck.class}, …)
 * public final class RedmineTickets implements TicketBackend, BackendCheck {
 *     @Override
 *     public List<CheckFinding> check(Duration atMost) {
 *         HttpAnswer answer = redmine.send(HttpQuestion.get("/custom_fields.json").accept(401, 403).build(), atMost);
 *         …
 *     }
 * }
 * }</pre>
 *
 * <p>Whether its endpoints answer the hub finds out by itself for every {@link io.switchboard.connector.http.HttpBackend}. Called from one
 * thread at a time, which is interrupted when the time is up.
 */
@ConsumerType
public interface BackendCheck {
    /** The instance's name, such as {@code redmine}: the same that its {@code HttpBackend} has. */
    String backend();

    /**
     * Looks, and changes nothing in the backend.
     *
     * @param atMost the time it may take
     * @return what was found, in the order in which a person should read it: faults, and also what is right
     * @throws io.switchboard.connector.ConnectorException where the backend failed; told as a fault by the code's own words
     */
    List<CheckFinding> check(Duration atMost);
}
