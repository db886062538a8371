package io.switchboard.security.internal.client;

import io.switchboard.connector.Principal.Kind;
import io.switchboard.security.internal.Background;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the clients that a new hub begins with: an administrator where there is no client at all, and with demo data a chatbot. In the
 * background, for hashing takes longer than the rest of the start.
 *
 * <p>The demo's chatbot is of the assist kind: an autonomous client needs a token that is bound to a customer for every operation on a
 * customer's data, and such tokens are made by exchanging the customer's own (RFC 8693).
 */
@Component(service = FirstClients.class, immediate = true)
public final class FirstClients {
    private static final Logger LOG = LoggerFactory.getLogger(FirstClients.class);
    private static final String FIRST_START = "first-start";

    private final Clients clients;
    private final Enrolment enrolment;
    private final Background work;
    private volatile boolean done;

    /** Begins, with the demo's client where the hub runs with demo data. */
    @Activate
    public FirstClients(BundleContext context, @Reference Clients clients, @Reference Enrolment enrolment) {
        this(Boolean.parseBoolean(context.getProperty("switchboard.demo")), clients, enrolment);
    }

    /** Begins. */
    public FirstClients(boolean demo, Clients clients, Enrolment enrolment) {
        this.clients = clients;
        this.enrolment = enrolment;
        this.work = Background.begin("switchboard-first-clients", () -> make(demo));
    }

    /** Ends what is still under way. */
    @Deactivate
    public void stop() {
        work.stop();
    }

    /** Whether they are there. */
    public boolean done() {
        return done;
    }

    /** Waits until making them has ended, well or not. */
    public void await() throws InterruptedException {
        work.await();
    }

    private void make(boolean demo) {
        try {
            if (clients.list("", 1).isEmpty()) {
                make("admin", "administrator", "admin.json");
            }
            if (demo && clients.read("demo-chatbot").isEmpty()) {
                make("demo-chatbot", "chatbot", "demo-client.json");
            }
            done = true;
        } catch (RuntimeException e) {
            LOG.error("The first clients could not be made; restart the hub when the cause is removed", e);
        }
    }

    private void make(String id, String role, String file) {
        enrolment
                .create(id, Kind.ASSIST, Set.of(role), FIRST_START, file)
                .ifPresent(path -> LOG.info("Client {} is made; its secret is in {}", id, path));
    }
}
