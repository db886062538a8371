package io.switchboard.core.internal.mask;

import io.switchboard.connector.DataClass;
import org.jspecify.annotations.Nullable;

/** Gives handles in the place of values, for one answer. Not for several threads. */
@FunctionalInterface
public interface StandIns {
    /** Gives none, so that what a role sees as a handle is hidden. */
    StandIns NONE = (dataClass, value) -> null;

    /** The handle of a value; null where there is none to be had, and the value is hidden. */
    @Nullable
    String of(DataClass dataClass, String value);
}
