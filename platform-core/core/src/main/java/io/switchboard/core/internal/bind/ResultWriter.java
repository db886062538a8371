package io.switchboard.core.internal.bind;

import io.switchboard.connector.Page;
import io.switchboard.core.value.ValueOutput;
import org.jspecify.annotations.Nullable;

/** Writes what an operation gives back, masked for one profile. Immutable. */
public final class ResultWriter {
    private final ValueWriter writer;
    private final boolean paged;

    ResultWriter(ValueWriter writer, boolean paged) {
        this.writer = writer;
        this.paged = paged;
    }

    /**
     * Writes a result.
     *
     * @throws IllegalResultException where it is not what the operation declares; what was written by then is of no use
     */
    public void write(@Nullable Object result, ValueOutput out) throws IllegalResultException {
        if (result == null) {
            throw new IllegalResultException("the operation gave back null");
        }
        if (!paged) {
            writer.write(result, out);
            return;
        }
        Page<?> page = (Page<?>) result;
        out.startRecord();
        out.name("items");
        out.startList();
        for (Object row : page.items()) {
            writer.write(row, out);
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
