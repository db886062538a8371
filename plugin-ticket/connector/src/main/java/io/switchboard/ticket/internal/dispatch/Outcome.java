package io.switchboard.ticket.internal.dispatch;

import io.switchboard.ticket.spi.Priority;
import java.time.Duration;
import java.util.Optional;

/** What a rule says of the tickets it fits: who deals with them, how pressing they are, and by when. */
record Outcome(String department, Priority priority, boolean flagged, Optional<Duration> due) {}
