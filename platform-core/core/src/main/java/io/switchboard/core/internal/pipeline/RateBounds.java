package io.switchboard.core.internal.pipeline;

import java.util.List;

/**
 * How often things may be done. Immutable.
 *
 * @param clientPerSecond calls of one client, at least one
 * @param customerPerMinute calls of one client for one customer; 0: any number
 * @param missesPerMinute customers that one client may name in vain; 0: any number
 * @param operations of single operations
 */
public record RateBounds(
        int clientPerSecond, int customerPerMinute, int missesPerMinute, List<OperationLimit> operations) {
    /** Copies the list. */
    public RateBounds {
        operations = List.copyOf(operations);
    }
}
