package io.switchboard.deployer.internal.configuration;

import io.switchboard.deployer.internal.watch.FolderWatch;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which values every configuration file has given out, and with which of them what it configures has worked. Not safe for use from many threads. */
final class Trials {
    /** Between two looks at how new values do. */
    static final Duration SOON = Duration.ofMillis(100);

    /** How long it is looked more often how new values do. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Map<String, Map<String, Object>> given = new HashMap<>();
    private final Map<String, Long> since = new HashMap<>();
    private final Map<String, Map<String, Object>> good = new HashMap<>();
    private final Clock clock;
    private long freshUntil;
    private long looked;

    Trials(Clock clock) {
        this.clock = clock;
    }

    /** They are given out now. */
    void give(String file, Map<String, Object> values) {
        given.put(file, values);
        since.put(file, clock.millis());
        freshUntil = clock.millis() + FRESH.toMillis();
    }

    /** Whether to look how they do; not at every look at the folder, since it takes a while. */
    boolean due() {
        Duration pause = fresh() ? SOON : FolderWatch.SLOW;
        boolean due = clock.millis() - looked >= pause.toMillis();
        if (due) {
            looked = clock.millis();
        }
        return due;
    }

    /** Whether any were given out a moment ago. */
    boolean fresh() {
        return clock.millis() < freshUntil;
    }

    /** Those that are given out now. */
    Optional<Map<String, Object>> given(String file) {
        return Optional.ofNullable(given.get(file));
    }

    /** Some component works with those that are given out now. That counts after a while: another one may still be on its way to fail. */
    void works(String file) {
        @Nullable Map<String, Object> values = given.get(file);
        if (values != null && clock.millis() - since.getOrDefault(file, 0L) >= FRESH.toMillis()) {
            good.put(file, values);
        }
    }

    /** Others that have worked before. */
    Optional<Map<String, Object>> before(String file) {
        return Optional.ofNullable(good.get(file)).filter(values -> !values.equals(given.get(file)));
    }

    /** Whether these have worked once, so that it is not they that another failure comes from. */
    boolean everWorked(String file, Map<String, Object> values) {
        return values.equals(good.get(file));
    }

    /** Nothing of it is given out any more. */
    void forget(String file) {
        given.remove(file);
        since.remove(file);
        good.remove(file);
    }
}
