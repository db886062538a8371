package io.switchboard.deployer.internal.answer;

import io.switchboard.deployer.Maintenance;
import java.time.Instant;
import java.util.Optional;

/** Says that a group of bundles is being replaced, while it is. */
public final class Announcement implements Maintenance {
    private volatile Optional<Instant> until = Optional.empty();

    /** From now on calls are told to come again then. */
    public void begin(Instant expected) {
        until = Optional.of(expected);
    }

    /** Calls are taken again. */
    public void end() {
        until = Optional.empty();
    }

    @Override
    public Optional<Instant> until() {
        return until;
    }
}
