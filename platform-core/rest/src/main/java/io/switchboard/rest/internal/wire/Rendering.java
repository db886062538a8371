package io.switchboard.rest.internal.wire;

import io.switchboard.core.value.JsonOutput;
import io.switchboard.core.value.ValueOutput;
import org.jspecify.annotations.Nullable;

/** One document on its way into a buffer. Not safe for use from several threads. */
public final class Rendering {
    /** More than the JSON writer ever holds back. */
    private static final int HELD_BACK = 64 * 1024;

    private final BodyBuffer to;
    private final ValueOutput out;
    private final @Nullable JsonOutput json;

    /** Begins a document in a format. */
    public Rendering(Format format, BodyBuffer to, XmlRoot root) {
        this.to = to;
        if (format == Format.JSON) {
            json = new JsonOutput(to);
            out = json;
        } else {
            json = null;
            out = new XmlOutput(to, root);
        }
    }

    /** Where the document is written to. */
    public ValueOutput out() {
        return out;
    }

    /** Brings what is still on its way into the buffer. */
    public void finish() {
        if (json != null) {
            to.extend(HELD_BACK);
            json.close();
        }
    }
}
