package io.switchboard.core.internal.bind;

import io.switchboard.connector.Page;
import io.switchboard.core.internal.mask.StandIns;
import io.switchboard.core.value.ValueOutput;
import org.jspecify.annotations.Nullable;

/** Writes what an operation gives back, masked for one profile. Immutable. */
public final class ResultWriter {
    private final ValueWriter writer;
    private final boolean paged;
    private final boolean handles;

    ResultWriter(ValueWriter writer, boolean paged, boolean handles) {
        this.writer = writer;
        this.paged = paged;
        this.handles = handles;
    }

    /** Whether it may ask for handles. */
    public boolean givesHandles() {
        return handles;
    }

    /** Writes a result, and hides what is seen as a handle. */
    public void write(@Nullable Object result, ValueOutput out) throws IllegalResultException {
        write(result, out, StandIns.NONE);
    }

    /**
     * Writes a result.
     *
     * @param standIns gives the handles
     * @throws IllegalResultException where it is not what the operation declares; what was written by then is of no use
     */
    public void write(@Nullable Object result, ValueOutput out, StandIns standIns) throws IllegalResultException {
        if (result == null) {
            throw new IllegalResultException("the operation gave back null");
        }
        if (!paged) {
            writer.write(result, out, standIns);
            return;
        }
        Page<?> page = (Page<?>) result;
        out.startRecord();
        out.name("items");
        out.startList();
        for (Object row : page.items()) {
            writer.write(row, out, standIns);
        }
        out.endList();
        if (page.next().isPresent()) {
            out.name("next");
            out.text(page.next().get());
        }
        if (page.total().isPresent()) {
            out.name("total");
            out.number(page.total().getAsLong());
        }
        out.endRecord();
    }
}
