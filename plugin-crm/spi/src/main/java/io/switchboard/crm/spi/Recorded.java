package io.switchboard.crm.spi;

import java.util.Objects;

/**
 * An observation as it was written down. Immutable.
 *
 * @param id the backend's own id, without the instance; at most 100 characters
 * @param observation what was observed
 * @param applied whether the customer shows it now; false where something surer stands against it, or where there was nothing to
 *     take away
 */
public record Recorded(String id, Observation observation, boolean applied) {
    /** Refuses nulls. */
    public Recorded {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(observation, "observation");
    }

    /** What was written down; stays when components are added. */
    public static Recorded of(String id, Observation observation, boolean applied) {
        return new Recorded(id, observation, applied);
    }
}
