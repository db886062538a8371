package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.DataClass;
import io.switchboard.core.internal.handle.HandleScope;
import io.switchboard.core.internal.handle.Handles;
import io.switchboard.core.internal.handle.HandlesUnavailable;
import io.switchboard.core.internal.mask.HandleText;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Handles in memory, which go away when told to. */
final class MemoryHandles implements Handles {
    final Map<String, String> kept = new ConcurrentHashMap<>();
    volatile boolean down;

    @Override
    public String name(HandleScope scope, DataClass dataClass, String value) {
        String digest = Digests.sha256(scope.toString(), dataClass.name(), value);
        return HandleText.of(dataClass, digest.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void keep(HandleScope scope, Map<String, String> values) throws HandlesUnavailable {
        requireUp();
        values.forEach((handle, value) -> kept.put(scope + handle, value));
    }

    @Override
    public Optional<String> value(HandleScope scope, String handle) throws HandlesUnavailable {
        requireUp();
        return Optional.ofNullable(kept.get(scope + handle));
    }

    private void requireUp() throws HandlesUnavailable {
        if (down) {
            throw new HandlesUnavailable(new IllegalStateException("down"));
        }
    }
}
