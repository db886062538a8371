package io.switchboard.connector.testkit.internal;

import io.switchboard.connector.DataClass;
import io.switchboard.core.internal.handle.HandleScope;
import io.switchboard.core.internal.handle.Handles;
import io.switchboard.core.internal.mask.HandleText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What handles stand for, in memory. */
final class MemoryHandles implements Handles {
    private final Map<String, String> kept = new ConcurrentHashMap<>();

    @Override
    public String name(HandleScope scope, DataClass dataClass, String value) {
        try {
            byte[] text = (scope + "\n" + dataClass + "\n" + value).getBytes(StandardCharsets.UTF_8);
            return HandleText.of(dataClass, MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    @Override
    public void keep(HandleScope scope, Map<String, String> values) {
        values.forEach((handle, value) -> kept.put(scope + handle, value));
    }

    @Override
    public Optional<String> value(HandleScope scope, String handle) {
        return Optional.ofNullable(kept.get(scope + handle));
    }
}
