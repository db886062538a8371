package io.switchboard.ticket.internal.dispatch;

import io.switchboard.ticket.spi.Priority;
import java.time.Duration;
import java.util.Optional;

/**
 * How a ticket is dispatched, and why.
 *
 * @param rule the rule that fired
 * @param department who deals with it
 * @param priority how pressing it is
 * @param flagged whether it stands out
 * @param due within which time; empty: none is set
 * @param urgent what made it urgent whatever the rule says: a kind or a word; empty where nothing did
 */
public record Decision(
        String rule,
        String department,
        Priority priority,
        boolean flagged,
        Optional<Duration> due,
        Optional<String> urgent) {}
