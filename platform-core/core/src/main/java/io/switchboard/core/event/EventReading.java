package io.switchboard.core.event;

import io.switchboard.core.call.CallFailure;
import org.osgi.annotation.versioning.ProviderType;

/** One caller's way through the events. Not for several threads at once. */
@ProviderType
public interface EventReading {
    /**
     * Goes on.
     *
     * @param most how many events at most, 1 to 1,000
     * @throws CallFailure where the caller is no longer let in, or the store cannot be reached; the reading stands where it stood
     */
    EventBatch next(int most) throws CallFailure;
}
