package io.switchboard.core.audit;

import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;

/** Takes into the audit what was done at the hub and is no call, such as fetching a token. A service; safe for use from many threads. */
@ProviderType
public interface AuditNotes {
    /**
     * Adds a record, under an id of its own.
     *
     * @throws IOException when it cannot be taken; what it is about must then not be done, or not be answered
     */
    void add(AuditNote note) throws IOException;
}
