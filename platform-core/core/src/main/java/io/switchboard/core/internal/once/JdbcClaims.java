package io.switchboard.core.internal.once;

import io.switchboard.core.internal.once.ClaimRow.State;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * The register in a database. Exactness comes from the database alone: an act is one row, unique by its identity, and every change says
 * which attempt, of which boot, it expects to find.
 *
 * <p>A row that says <em>running</em> speaks the truth only while somebody runs it. Of its own rows a boot knows, by the calls it holds open.
 * One of ours that none of them holds could not be settled, and is unknown; or its caller had gone before it ran, and it is free.
 */
public final class JdbcClaims implements Claims, AutoCloseable {
    private static final int TRIES = 5;
    private static final int PURGED_AT_ONCE = 500;
    private static final int PURGES = 20;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final OpenCalls open;
    private final StoreThreads threads = new StoreThreads("switchboard-claims");
    private final ClaimTable table;
    private final SealedOutcomes outcomes;
    private final String boot;
    private final Predicate<String> alive;
    private final ClaimLimits limits;
    private final InstantSource clock;

    /** A row, and whether its act is under way. */
    private record Seen(ClaimRow row, boolean running) {
        boolean unsettled() {
            return !running && (row.state() == State.RUNNING || row.state() == State.UNKNOWN);
        }
    }

    /** A question for one row. */
    private interface Lookup {
        Optional<ClaimRow> row() throws SQLException;
    }

    /**
     * A register for one boot of one hub.
     *
     * @param source gives connections in auto-commit mode, to a schema with the tables of {@code 001_claims.sql}
     * @param open the calls of this boot, which outlive a store that goes and comes again
     * @param boot names this boot and no other, in at most 64 characters
     * @param alive whether another boot runs; never asked for this one
     */
    public JdbcClaims(
            DataSource source,
            Seal seal,
            OpenCalls open,
            String boot,
            Predicate<String> alive,
            ClaimLimits limits,
            InstantSource clock) {
        this.table = new ClaimTable(source);
        this.outcomes = new SealedOutcomes(seal);
        this.open = open;
        this.boot = boot;
        this.alive = alive;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Claim take(Act act) throws ClaimsUnavailable {
        open.began(act);
        boolean ours = false;
        boolean answered = false;
        try {
            Claim claim = threads.ask(limits.patience(), () -> claim(act));
            ours = claim instanceof Claim.Taken;
            answered = true;
            return claim;
        } finally {
            leave(act, ours, answered);
        }
    }

    private Claim claim(Act act) throws SQLException, ClaimsUnavailable {
        for (int i = 0; i < TRIES; i++) {
            Instant now = clock.instant();
            if (table.insert(act, outcomes.sealArguments(act), boot, now, now.plus(limits.open()))) {
                return new Claim.Taken();
            }
            Optional<Seen> found = look(() -> table.byIdentity(act.identity()));
            if (found.isEmpty()) {
                continue; // given up or purged since
            }
            ClaimRow row = found.get().row();
            if (!open.isFree(row, boot)) {
                return judge(found.get(), act);
            }
            if (table.retake(row, act, outcomes.sealArguments(act), boot, now, now.plus(limits.open()))) {
                open.forget(row.act().callId());
                return new Claim.Taken();
            }
        }
        throw new ClaimsUnavailable("The claim of call " + act.callId() + " changes too fast");
    }

    private Claim judge(Seen seen, Act act) throws ClaimsUnavailable {
        Act earlier = seen.row().act();
        if (!earlier.fingerprint().equals(act.fingerprint())) {
            return new Claim.Mismatch();
        }
        if (seen.running()) {
            return new Claim.Running(earlier.callId());
        }
        if (seen.unsettled()) {
            return new Claim.Unknown(earlier.callId());
        }
        return new Claim.Settled(earlier.callId(), outcomes.open(seen.row()).orElseThrow());
    }

    @Override
    public boolean retake(String unknown, Act act) throws ClaimsUnavailable {
        open.began(act);
        boolean ours = false;
        boolean answered = false;
        try {
            ours = threads.ask(limits.patience(), () -> retakeNow(unknown, act));
            answered = true;
            return ours;
        } finally {
            leave(act, ours, answered);
        }
    }

    private boolean retakeNow(String unknown, Act act) throws SQLException {
        Optional<Seen> found = look(() -> table.byLastCall(unknown));
        if (found.isEmpty() || !found.get().unsettled()) {
            return false;
        }
        ClaimRow row = found.get().row();
        Instant now = clock.instant();
        return row.act().identity().equals(act.identity())
                && row.act().fingerprint().equals(act.fingerprint())
                && table.retake(row, act, outcomes.sealArguments(act), boot, now, now.plus(limits.open()));
    }

    /** Without an answer the caller does not run, yet the row may be there, or may still come. */
    private void leave(Act act, boolean ours, boolean answered) {
        if (!answered) {
            open.neverRan(act.callId());
        } else if (!ours) {
            open.ended(act.callId());
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Tried again for a bounded time, whatever the interrupt flag says, which stays as it was. What is settled already, or was taken over
     * by another attempt, is left as it is.
     */
    @Override
    public void settle(String callId, Outcome outcome) throws ClaimsUnavailable {
        long end = System.nanoTime() + limits.settling().toNanos();
        Duration pause = FIRST_PAUSE;
        boolean interrupted = Thread.interrupted();
        try {
            while (!settled(callId, outcome, end - pause.toNanos())) {
                try {
                    Thread.sleep(pause.toMillis());
                } catch (InterruptedException e) {
                    interrupted = true;
                }
                Duration longer = pause.multipliedBy(2);
                pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
            }
        } finally {
            open.ended(callId);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** False: it failed, and there is time to try again. */
    private boolean settled(String callId, Outcome outcome, long last) throws ClaimsUnavailable {
        try {
            return threads.insist(limits.patience(), () -> {
                Optional<String> identity = open.identity(callId);
                if (identity.isEmpty()) {
                    identity = table.byLastCall(callId).map(row -> row.act().identity());
                }
                if (identity.isPresent()) {
                    Duration kept = outcome instanceof Outcome.Unknown ? limits.open() : limits.outcomes();
                    table.settle(
                            callId,
                            SealedOutcomes.state(outcome),
                            outcomes.seal(identity.get(), outcome),
                            clock.instant().plus(kept));
                }
                return true;
            });
        } catch (ClaimsUnavailable e) {
            if (System.nanoTime() - last >= 0) {
                throw e;
            }
            return false;
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Even where the store fails, this boot remembers that the act did not take place.
     */
    @Override
    public void release(String callId) throws ClaimsUnavailable {
        try {
            threads.insist(limits.patience(), () -> {
                if (table.delete(callId, boot)) {
                    return true;
                }
                // Begun by a boot that is no more.
                Optional<Seen> found = look(() -> table.byLastCall(callId));
                return found.isPresent()
                        && found.get().unsettled()
                        && table.delete(callId, found.get().row().owner());
            });
            open.ended(callId);
        } catch (ClaimsUnavailable e) {
            open.neverRan(callId);
            throw e;
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>An attempt that was taken over leads to the one that did; what is recorded is the last attempt's.
     */
    @Override
    public Optional<Recorded> find(String callId) throws ClaimsUnavailable {
        return threads.ask(limits.patience(), () -> {
            Optional<Seen> found = look(() -> table.byAnyCall(callId));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            ClaimRow row = found.get().row();
            Act act = found.get().unsettled() ? row.act().withArguments(outcomes.openArguments(row)) : row.act();
            return Optional.of(new Recorded(act, row.started(), found.get().running(), outcomes.open(row)));
        });
    }

    /** A row of ours that no call holds may just have been settled: only what it says at a second look counts. */
    private Optional<Seen> look(Lookup lookup) throws SQLException {
        String doubted = "";
        while (true) {
            Optional<ClaimRow> found = lookup.row();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            ClaimRow row = found.get();
            String callId = row.act().callId();
            if (row.state() != State.RUNNING || !row.owner().equals(boot)) {
                return Optional.of(new Seen(row, row.state() == State.RUNNING && alive.test(row.owner())));
            }
            boolean running = open.running(callId);
            if (running || callId.equals(doubted)) {
                return Optional.of(new Seen(row, running));
            }
            doubted = callId;
        }
    }

    /**
     * Forgets acts whose time is over, about ten thousand at once; their keys may be used anew. To be called now and then.
     *
     * @return how many
     */
    public int purge(Instant now) throws ClaimsUnavailable {
        for (String callId : open.unrun()) {
            threads.ask(limits.patience(), () -> table.delete(callId, boot));
            open.forget(callId);
        }
        int purged = 0;
        for (int i = 0; i < PURGES; i++) {
            int some = threads.ask(limits.patience(), () -> table.purge(now, PURGED_AT_ONCE));
            purged += some;
            if (some < PURGED_AT_ONCE) {
                break;
            }
        }
        return purged;
    }

    /** Takes nothing more, and waits a bounded time for what is under way. */
    @Override
    public void close() {
        threads.close();
    }
}
