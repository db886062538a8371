package io.switchboard.core.event;

import io.switchboard.core.value.ValueOutput;
import org.osgi.annotation.versioning.ProviderType;

/** An event as one caller may see it. Immutable. */
@ProviderType
public interface HeardEvent {
    /** Where to go on after it. */
    String cursor();

    /** Writes it as a record: the attributes of CloudEvents 1.0.2, and {@code data}. */
    void write(ValueOutput out);
}
