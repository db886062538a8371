package io.switchboard.core.internal.mask;

import java.util.Optional;

/** Finds what handles stand for, for one call. Not for several threads. */
@FunctionalInterface
public interface HandleValues {
    /** Knows none. */
    HandleValues NONE = handle -> Optional.empty();

    /** The value; empty where this call may not use the handle, for whatever reason. */
    Optional<String> of(String handle);
}
