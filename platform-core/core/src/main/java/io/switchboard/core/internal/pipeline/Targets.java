package io.switchboard.core.internal.pipeline;

import java.util.Optional;

/** Where operations are found by name. Safe for use from many threads. */
public interface Targets {
    /** The operation of a canonical name. */
    Optional<Target> find(String operation);

    /** Whether one that is not found was there a moment ago and is expected back. */
    boolean awaits(String operation);
}
