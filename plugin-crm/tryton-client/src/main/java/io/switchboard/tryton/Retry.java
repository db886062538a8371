package io.switchboard.tryton;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.connector.ConnectorException;

/** A second attempt where Tryton still held a connection to a database that was started anew; by the first it has let it go. */
final class Retry {
    /** One call. */
    interface Attempt {
        JsonNode run() throws Rpc.Unauthorized, Rpc.Locked;
    }

    private Retry() {}

    static JsonNode once(Attempt attempt) throws Rpc.Unauthorized, Rpc.Locked {
        try {
            return attempt.run();
        } catch (ConnectorException e) {
            if (TrytonFault.kind(e)
                    .filter(kind -> kind == TrytonFault.Kind.DATABASE)
                    .isEmpty()) {
                throw e;
            }
            return attempt.run();
        }
    }
}
