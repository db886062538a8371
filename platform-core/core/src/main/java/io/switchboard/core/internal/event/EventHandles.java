package io.switchboard.core.internal.event;

import io.switchboard.connector.DataClass;
import io.switchboard.core.internal.handle.HandleScope;
import io.switchboard.core.internal.handle.Handles;
import io.switchboard.core.internal.handle.HandlesUnavailable;
import io.switchboard.core.internal.mask.StandIns;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles in events; they hold for the caller's calls about that customer that name no conversation. */
record EventHandles(Optional<Handles> handles, HandleScope scope) implements StandIns {
    private static final Logger LOG = LoggerFactory.getLogger(EventHandles.class);

    @Override
    public @Nullable String of(DataClass dataClass, String value) {
        if (handles.isEmpty() || value.length() > Handles.LONGEST_VALUE) {
            return null;
        }
        String handle = handles.get().name(scope, dataClass, value);
        try {
            handles.get().keep(scope, Map.of(handle, value));
            return handle;
        } catch (HandlesUnavailable e) {
            LOG.warn("Handles cannot be kept, so what they stand for is hidden: {}", e.getMessage());
            return null;
        }
    }
}
