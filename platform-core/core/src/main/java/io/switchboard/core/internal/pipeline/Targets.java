package io.switchboard.core.internal.pipeline;

import java.util.Optional;

/** Where operations are found by name. Safe for use from many threads. */
@FunctionalInterface
public interface Targets {
    /** The operation of a canonical name. */
    Optional<Target> find(String operation);
}
