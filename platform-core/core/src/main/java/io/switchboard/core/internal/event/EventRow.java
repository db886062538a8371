package io.switchboard.core.internal.event;

import io.switchboard.connector.Audience;
import io.switchboard.connector.event.EventMember;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An event that is kept. Immutable. */
record EventRow(
        long place,
        String id,
        String type,
        String scope,
        Audience audience,
        Optional<String> customer,
        Optional<String> subject,
        Instant happened,
        List<EventMember> data) {}
