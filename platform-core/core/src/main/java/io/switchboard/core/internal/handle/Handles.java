package io.switchboard.core.internal.handle;

import io.switchboard.connector.DataClass;
import java.util.Map;
import java.util.Optional;

/** What handles stand for. Safe for use from many threads. */
public interface Handles {
    /** The longest value that may have one, in characters. */
    int LONGEST_VALUE = 500;

    /** The handle of a value: the same each time, and for nobody to guess. It is of no use before the value is kept. */
    String name(HandleScope scope, DataClass dataClass, String value);

    /**
     * Keeps values, all or none, for a day from now.
     *
     * @param values the values by their handles
     */
    void keep(HandleScope scope, Map<String, String> values) throws HandlesUnavailable;

    /** What a handle stands for; empty where it never stood for anything here, or no longer does. */
    Optional<String> value(HandleScope scope, String handle) throws HandlesUnavailable;
}
