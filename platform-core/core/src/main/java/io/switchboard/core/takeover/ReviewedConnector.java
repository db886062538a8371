package io.switchboard.core.takeover;

import java.util.List;

/**
 * What the hub has of one connector. Immutable.
 *
 * @param name the connector and its major, such as {@code loyalty.v1}
 * @param operations the ids of its operations, such as {@code balance.get}, sorted
 * @param state whether it gets calls
 * @param reason why it gets none, for people, in English; empty where it does
 * @param changes what changed against the last accepted contract of this major, a line each; empty: nothing, or there is none yet
 */
public record ReviewedConnector(
        String name, List<String> operations, State state, String reason, List<String> changes) {
    /** Copies the lists. */
    public ReviewedConnector {
        operations = List.copyOf(operations);
        changes = List.copyOf(changes);
    }

    /** Whether a connector gets calls. */
    public enum State {
        /** It gets the calls. */
        OFFERED,
        /** Its bundle is held; it gets them when that is admitted. */
        HELD,
        /** Another version of its bundle gets them. */
        SUPERSEDED,
        /** It failed again and again; calls are told to come again, but for one now and then that tries whether it works. */
        QUARANTINED
    }
}
