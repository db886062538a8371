package io.switchboard.core.internal.bind;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Reads values of one type. Immutable. */
@FunctionalInterface
interface ValueReader {
    /** The value, or null after noting what is wrong with it. The node is never JSON's null. */
    @Nullable
    Object read(JsonNode node, Reading reading);
}
