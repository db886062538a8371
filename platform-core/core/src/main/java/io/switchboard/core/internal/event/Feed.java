package io.switchboard.core.internal.event;

import io.switchboard.connector.event.EventPublisher;
import io.switchboard.core.access.Access;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.event.EventFeed;
import io.switchboard.core.event.EventReading;
import io.switchboard.core.event.EventRequest;
import io.switchboard.core.internal.handle.Handles;
import io.switchboard.core.internal.pipeline.CursorSeal;
import io.switchboard.core.internal.pipeline.Guards;
import io.switchboard.core.security.Caller;
import io.switchboard.core.security.MaskingProfile;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events of the hub: moves them out of the outbox as they come, tells that there are some, and lets callers read. */
public final class Feed implements EventFeed, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final long EACH_MILLIS = 100;

    private final Guards guards;
    private final Supplier<Optional<Handles>> handles;
    private final CursorSeal seal;
    private final InstantSource clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService mover;
    private volatile @Nullable JdbcEvents events;
    private long told;
    private volatile boolean failing;

    /** What is asked of the store. */
    interface Question<R> {
        R of(JdbcEvents events) throws SQLException;
    }

    /** Begins to move events once there is a store. */
    public Feed(Guards guards, Supplier<Optional<Handles>> handles, CursorSeal seal, InstantSource clock) {
        this.guards = guards;
        this.handles = handles;
        this.seal = seal;
        this.clock = clock;
        mover = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "switchboard-events");
            thread.setDaemon(true);
            return thread;
        });
        // look() lets nothing out, so there is nothing to learn from the future.
        ScheduledFuture<?> unused =
                mover.scheduleWithFixedDelay(this::look, EACH_MILLIS, EACH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Keeps events in a database with the tables of {@code 003_events.sql}, beside the store's outbox; null: in none, for now. */
    public void keepIn(@Nullable DataSource source) {
        events = source == null ? null : new JdbcEvents(source, clock);
    }

    /** The publisher of a bundle; to be asked for while there is a database. */
    public EventPublisher publisher(String bundle) {
        JdbcEvents now = events;
        if (now == null) {
            throw new IllegalStateException("There is no store");
        }
        return now.publisher(bundle);
    }

    private void look() {
        JdbcEvents now = events;
        if (now == null) {
            return;
        }
        try {
            long latest = now.move();
            failing = false;
            if (latest != told) {
                told = latest;
                listeners.forEach(Runnable::run);
            }
        } catch (SQLException | RuntimeException e) {
            if (!failing) {
                LOG.warn("Events cannot be told now, and will be as soon as the store takes it: {}", e.toString());
            }
            failing = true;
        }
    }

    /** Whether the store answered when it was asked last, a moment ago. */
    public boolean storeAnswers() {
        return !failing;
    }

    /** Forgets what was kept long enough. */
    public void purge(Duration time, long most) {
        JdbcEvents now = events;
        if (now != null) {
            try {
                now.purge(new JdbcEvents.Kept(time, most));
            } catch (SQLException e) {
                LOG.error("Old events could not be forgotten", e);
            }
        }
    }

    @Override
    public EventReading open(Access access, EventRequest request) throws CallFailure {
        return new CallerReading(this, access, request);
    }

    @Override
    public Runnable onNews(Runnable action) {
        listeners.add(action);
        return () -> listeners.remove(action);
    }

    <R> R ask(Question<R> question) throws CallFailure {
        JdbcEvents now = events;
        if (now == null) {
            throw CallerReading.unavailable();
        }
        try {
            return question.of(now);
        } catch (SQLException e) {
            LOG.warn("Events cannot be read: {}", e.toString());
            throw CallerReading.unavailable();
        }
    }

    MaskingProfile profile(Caller caller) {
        return guards.maskingPolicy().map(policy -> policy.profile(caller)).orElse(MaskingProfile.HIDE_ALL);
    }

    Optional<Handles> handles() {
        return handles.get();
    }

    CursorSeal seal() {
        return seal;
    }

    @Override
    public void close() {
        mover.shutdownNow();
        listeners.clear();
    }
}
