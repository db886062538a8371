package io.switchboard.security.internal.role;

import java.util.Map;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The roles in force, from {@code etc/io.switchboard.security.roles.cfg}. A change counts at once; one with mistakes does not count, and
 * the roles before it stay. Safe for use from many threads.
 */
@Component(service = RoleBook.class, immediate = true, configurationPid = RoleBook.PID)
public final class RoleBook {
    /** The configuration's name. */
    static final String PID = "io.switchboard.security.roles";

    /** What a client's roles need to act for customers. */
    public static final String EXCHANGE = "security.exchange";

    private static final Logger LOG = LoggerFactory.getLogger(RoleBook.class);

    private volatile Roles roles = Roles.NONE;

    /** Reads the first configuration. */
    @Activate
    public RoleBook(Map<String, ?> configuration) {
        read(configuration);
    }

    /** Reads a changed configuration. */
    @Modified
    public void modified(Map<String, ?> configuration) {
        read(configuration);
    }

    /** The roles in force; the same instance until they change. */
    public Roles current() {
        return roles;
    }

    /** A file of before the scope was has no agent that could act for customers, which worked then. */
    private static void warnOfNoExchange(Map<String, ?> configuration) {
        if (configuration.values().stream()
                .noneMatch(value -> String.valueOf(value).contains(EXCHANGE))) {
            LOG.warn(
                    "No role has {}, so no client can exchange customers' tokens; add it to the scopes of the roles of agents"
                            + " that act for customers, in etc/{}.cfg",
                    EXCHANGE,
                    PID);
        }
    }

    private void read(Map<String, ?> configuration) {
        RoleReader.Reading reading = RoleReader.read(configuration);
        if (reading.faults().isEmpty()) {
            roles = reading.roles();
            if (roles.isEmpty()) {
                LOG.warn("There are no roles, so nobody may do anything until etc/{}.cfg names some", PID);
                return;
            }
            LOG.info("Roles in force: {}", new TreeSet<>(reading.roles().names()));
            warnOfNoExchange(configuration);
        } else {
            LOG.error(
                    "{}.cfg has mistakes; {}: {}",
                    PID,
                    roles.isEmpty()
                            ? "there are no roles, so nobody may do anything"
                            : "the roles before it stay in force",
                    String.join(" | ", reading.faults()));
        }
    }
}
