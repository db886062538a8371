package io.switchboard.tryton;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the session that calls share, and makes a new one when it has ended. Tryton locks whoever fails to sign in six times, for
 * everybody; so after one refusal nothing is sent for a while. Safe for use from many threads.
 */
final class SignIn {
    /** Longer than Tryton remembers a bad login (300 s), so that ours never add up. */
    static final Duration PAUSE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final long LOCK_SECONDS = 10;

    private final Credentials credentials;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Session session;
    private volatile @Nullable Instant closedUntil;

    SignIn(Credentials credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** The session; signs in where there is none. */
    Session session(Rpc rpc) {
        Session present = session;
        return present != null ? present : after(null, rpc);
    }

    /** A session other than this one, which has ended; whoever comes second takes the one that the first has made. */
    Session after(@Nullable Session ended, Rpc rpc) {
        lock();
        try {
            Session present = session;
            if (present != null && !present.equals(ended)) {
                return present;
            }
            session = null;
            Session fresh = signIn(rpc);
            session = fresh;
            return fresh;
        } finally {
            lock.unlock();
        }
    }

    /** Until when nobody tries to sign in, since the last attempt was refused; empty where it was not. */
    Optional<Instant> closedUntil() {
        return Optional.ofNullable(closedUntil).filter(until -> until.isAfter(clock.instant()));
    }

    private Session signIn(Rpc rpc) {
        closedUntil().ifPresent(until -> {
            throw refused(Duration.between(clock.instant(), until));
        });
        try {
            JsonNode login = Retry.once(() -> rpc.call(
                    "common.db.login",
                    List.of(
                            credentials.user(),
                            Map.of("password", credentials.password().reveal())),
                    Optional.empty(),
                    // Asked again only where it did not arrive: each bad one counts.
                    false));
            Secret authorization = Session.authorization(
                    credentials.user(), login.path(0).asLong(), login.path(1).asText());
            JsonNode preferences = Retry.once(() -> rpc.call(
                    "model.res.user.get_preferences", List.of(true, Map.of()), Optional.of(authorization), true));
            closedUntil = null;
            return new Session(authorization, context(preferences));
        } catch (Rpc.Unauthorized | Rpc.Locked e) {
            closedUntil = clock.instant().plus(PAUSE);
            LOG.warn(
                    "Tryton refused the user of the hub ({}); nothing is tried for {} minutes, since it locks users",
                    e instanceof Rpc.Locked ? "too many bad logins" : "wrong user or password",
                    PAUSE.toMinutes());
            throw refused(PAUSE).causedBy(e);
        } catch (ConnectorException e) {
            // Nothing was written by a login, whatever became of it.
            throw e.code() == ErrorCode.OUTCOME_UNKNOWN
                    ? ConnectorException.of(ErrorCode.BACKEND_UNREACHABLE).causedBy(e)
                    : e;
        }
    }

    private static Map<String, Object> context(JsonNode preferences) {
        Map<String, Object> context = new LinkedHashMap<>();
        preferences.properties().forEach(each -> context.put(each.getKey(), each.getValue()));
        return context;
    }

    private static ConnectorException refused(Duration wait) {
        return ConnectorException.of(ErrorCode.BACKEND_REFUSED).retryAfter(wait);
    }

    private void lock() {
        try {
            if (!lock.tryLock(LOCK_SECONDS, TimeUnit.SECONDS)) {
                throw ConnectorException.of(ErrorCode.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectorException.of(ErrorCode.BUSY).causedBy(e);
        }
    }
}
