package io.switchboard.core.internal.bind;

import io.switchboard.core.internal.mask.StandIns;
import io.switchboard.core.value.ValueOutput;

/** Writes values of one type. Immutable. */
@FunctionalInterface
interface ValueWriter {
    /** Writes a value that is not null. */
    void write(Object value, ValueOutput out, StandIns standIns) throws IllegalResultException;
}
