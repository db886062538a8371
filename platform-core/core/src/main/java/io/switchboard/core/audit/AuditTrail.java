package io.switchboard.core.audit;

import java.io.IOException;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Reads the audit in the order in which it was written. A service; safe for use from many threads. */
@ProviderType
public interface AuditTrail {
    /**
     * Hands on records that are durable, and returns the place behind the last one.
     *
     * @param from a place returned earlier; {@link AuditPosition#START} for the oldest record kept. A place that retention has
     *     removed stands for the oldest record kept
     * @param most the most records to hand on
     * @throws IOException when a segment cannot be read
     */
    AuditPosition read(AuditPosition from, int most, Consumer<AuditRecord> reader) throws IOException;
}
