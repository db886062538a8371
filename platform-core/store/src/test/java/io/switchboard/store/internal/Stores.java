package io.switchboard.store.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The store that tests run on: the embedded one, or PostgreSQL where there is one. */
final class Stores {
    private static final Map<Path, StoreSettings> MADE = new ConcurrentHashMap<>();

    private Stores() {}

    /** Opens the store of a folder; the same one when it is opened again. */
    static Schemas at(Path folder) throws SQLException {
        return at(folder, Duration.ofSeconds(10));
    }

    static Schemas at(Path folder, Duration linger) throws SQLException {
        if (!PostgresServer.exists()) {
            return Schemas.under(folder.toString(), linger);
        }
        @Nullable StoreSettings settings = MADE.get(folder);
        if (settings == null) {
            settings = PostgresServer.fresh();
            MADE.put(folder, settings);
        }
        return Schemas.on(settings, linger);
    }
}
