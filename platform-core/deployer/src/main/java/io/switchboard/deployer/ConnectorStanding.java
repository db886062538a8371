package io.switchboard.deployer;

import java.util.List;
import java.util.Locale;

/**
 * How a connector of a bundle stands with the hub. Immutable.
 *
 * @param name with its major version, such as {@code loyalty.v1}
 * @param standing whether it takes calls
 * @param operations the ids of its operations, such as {@code balance.get}, sorted
 * @param reason why it takes none, in English; empty where it does
 */
public record ConnectorStanding(String name, Standing standing, List<String> operations, String reason) {
    /** Copies the operations. */
    public ConnectorStanding {
        operations = List.copyOf(operations);
    }

    /** Whether a connector takes calls. */
    public enum Standing {
        /** It takes calls. */
        OFFERED,
        /** It is held back until its bundle has proved itself. */
        HELD,
        /** Another version of its bundle takes the calls. */
        SUPERSEDED,
        /** It failed again and again, and is kept from calls but for a trial now and then. */
        QUARANTINED;

        /** As it stands in {@code .status}. */
        public String en() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
