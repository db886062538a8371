package io.switchboard.analytics.internal;

import io.switchboard.core.audit.AuditPosition;
import io.switchboard.core.audit.AuditTrail;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts the audit. The counts and the place up to which they go are changed in one transaction, and only where the place is still
 * the one that was read from: so no record is lost or counted twice, whatever dies and whoever else counts. For one thread.
 */
final class RollUp {
    private static final int BATCH = 10_000;
    private static final Duration PRUNING = Duration.ofHours(1);

    private final AuditTrail trail;
    private final DataSource source;
    private final Turn turn;
    private final String node;
    private final Clock clock;
    /** The place in the store; null where it has to be read. */
    private @Nullable AuditPosition place;

    private Instant pruned = Instant.MIN;

    RollUp(AuditTrail trail, DataSource source, Turn turn, String node, Clock clock) {
        this.trail = trail;
        this.source = source;
        this.turn = turn;
        this.node = node;
        this.clock = clock;
    }

    /**
     * Counts one batch.
     *
     * @return whether there is more to count at once
     */
    boolean step() throws SQLException, IOException {
        AuditPosition from = place;
        place = null; // stays so if anything fails
        if (from == null) {
            if (!turn.ours()) {
                return false;
            }
            from = find();
        }
        Tallies tallies = new Tallies();
        AuditPosition to = trail.measure(from, BATCH, tallies::add);
        if (tallies.records() == 0) {
            place = from;
            return false;
        }
        if (!turn.ours() || !write(from, to, tallies)) {
            return false;
        }
        place = to;
        return tallies.records() == BATCH;
    }

    private AuditPosition find() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return ProgressRows.find(connection, node);
        }
    }

    private boolean write(AuditPosition from, AuditPosition to, Tallies tallies) throws SQLException {
        Instant now = clock.instant();
        boolean pruning = pruned.isBefore(now.minus(PRUNING));
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                if (ProgressRows.advance(connection, node, from, to)) {
                    for (Span span : Span.values()) {
                        Instant oldest = span.floor(now.minus(span.kept()));
                        TallyRows.add(connection, span, tallies.by(span), oldest);
                        if (pruning) {
                            TallyRows.prune(connection, span, oldest);
                        }
                    }
                    connection.commit();
                    done = true;
                }
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
            if (done && pruning) {
                pruned = now;
            }
            return done;
        }
    }
}
