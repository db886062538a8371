package io.switchboard.crm.internal;

import java.time.Instant;
import java.util.Optional;

/** Which entries a timeline is made of: of a kind, at or after a time, before another. */
record TimelineQuery(
        String customerId, Optional<TimelineKind> kind, Optional<Instant> from, Optional<Instant> before) {}
