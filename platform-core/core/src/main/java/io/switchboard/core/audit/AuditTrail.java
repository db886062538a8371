package io.switchboard.core.audit;

import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
    default AuditPosition read(AuditPosition from, int most, Consumer<AuditRecord> reader) throws IOException {
        return scan(from, most, entry -> {
            reader.accept(entry);
            return true;
        });
    }

    /**
     * Hands on records that are durable until one is answered by false, and returns the place behind the last one.
     *
     * @param from a place returned earlier, as for {@link #read}
     * @param most the most records to hand on
     * @throws IOException when a segment cannot be read
     */
    AuditPosition scan(AuditPosition from, int most, Predicate<AuditRecord> reader) throws IOException;

    /**
     * Hands on what is counted of records that are durable, and returns the place behind the last one. It opens nothing that names a
     * customer, and so costs a fraction of {@link #read}.
     *
     * @param from a place returned earlier, as for {@link #read}
     * @param most the most records to hand on
     * @throws IOException when a segment cannot be read
     */
    AuditPosition measure(AuditPosition from, int most, Consumer<AuditMeasure> reader) throws IOException;

    /**
     * A place before every record of a call that began at a time or later, and not long before the first of them.
     *
     * @throws IOException when the segments cannot be read
     */
    AuditPosition since(Instant time) throws IOException;
}
