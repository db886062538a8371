package io.switchboard.ticket.redmine.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.check.CheckFinding;
import io.switchboard.connector.check.CheckFinding.Outcome;
import io.switchboard.ticket.redmine.internal.api.Wire;
import io.switchboard.ticket.redmine.internal.reference.Lookup;
import io.switchboard.ticket.redmine.internal.reference.Reference;
import io.switchboard.ticket.redmine.internal.settings.RedmineSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one Redmine has by name, looked up once; again after a pause while something is missing, so that a hub need not be restarted when
 * it was added there. Safe for use from many threads.
 */
final class References {
    private static final Logger LOG = LoggerFactory.getLogger(References.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final RedmineSettings settings;
    private final InstantSource clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Reference reference;
    private Instant again = Instant.MIN;

    References(RedmineSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The numbers; fails where they cannot be found out, or something is missing. */
    Reference get(Wire wire) {
        Reference known = reference;
        return known == null ? find(wire) : known;
    }

    private Reference find(Wire wire) {
        try {
            looking.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectorException.of(ErrorCode.BUSY).causedBy(e);
        }
        try {
            Reference known = reference;
            if (known != null) {
                return known;
            }
            if (clock.instant().isBefore(again)) {
                throw missing();
            }
            return take(Lookup.look(settings, wire)).orElseThrow(this::missing);
        } finally {
            looking.unlock();
        }
    }

    /** Looks again, whatever is known, and tells what there is to say. */
    List<CheckFinding> check(Wire wire) {
        Lookup.Found found = Lookup.look(settings, wire);
        looking.lock();
        try {
            take(found);
        } finally {
            looking.unlock();
        }
        return found.findings();
    }

    private Optional<Reference> take(Lookup.Found found) {
        found.findings().stream()
                .filter(each -> each.outcome() != Outcome.RIGHT)
                .forEach(each -> LOG.warn("{}: {} / {}", settings.instance(), each.en(), each.zh()));
        if (found.reference().isPresent()) {
            reference = found.reference().get();
            LOG.info("{}: tickets are kept in the project {}", settings.instance(), settings.project());
        } else {
            again = clock.instant().plus(PAUSE);
        }
        return found.reference();
    }

    private ConnectorException missing() {
        return ConnectorException.of(ErrorCode.NOT_READY).retryAfter(PAUSE);
    }
}
