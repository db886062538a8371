package io.switchboard.deployer.internal.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a file is still being written: it has come to rest when it was last written, or seen to change, a stated time
 * ago. So a finished file that is moved in is taken at once, and a slow copy is waited for. Not thread-safe.
 */
public final class Settling {
    private final Duration rest;
    private final Clock clock;
    private final Map<String, Sighting> sightings = new HashMap<>();

    public Settling(Duration rest, Clock clock) {
        this.rest = rest;
        this.clock = clock;
    }

    /** How long until the file will be at rest if nothing more happens to it; zero when it is. */
    public Duration remaining(String name, FileStamp stamp) {
        Instant now = clock.instant();
        @Nullable Sighting sighting = sightings.get(name);
        if (sighting == null || !sighting.stamp.equals(stamp)) {
            Instant written = stamp.modified().toInstant();
            // A time stamp from the future, or from another machine's clock, proves nothing.
            sighting = new Sighting(stamp, written.isAfter(now) ? now : written);
            sightings.put(name, sighting);
        }
        Duration left = rest.minus(Duration.between(sighting.since, now));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Forgets the files that are not among those. */
    public void retain(Collection<String> names) {
        sightings.keySet().retainAll(names);
    }

    private record Sighting(FileStamp stamp, Instant since) {}
}
