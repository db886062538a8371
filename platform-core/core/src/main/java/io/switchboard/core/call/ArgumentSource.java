package io.switchboard.core.call;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where a call's arguments come from. */
@FunctionalInterface
public interface ArgumentSource {
    /**
     * Reads them from the wire.
     *
     * @return an object of the operation's wire members; strictness is the binder's affair
     * @throws CallFailure with a code of the reading: malformed, too large, unsupported
     */
    ObjectNode read() throws CallFailure;
}
