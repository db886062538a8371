package io.switchboard.connector.testkit.internal;

import io.switchboard.core.internal.once.Act;
import io.switchboard.core.internal.once.Claim;
import io.switchboard.core.internal.once.Claims;
import io.switchboard.core.internal.once.Outcome;
import io.switchboard.core.internal.once.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The register of writes in memory. Outcomes are kept as long as the hub keeps them, by a clock that tests can move. */
final class MemoryClaims implements Claims {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration UNKNOWN_KEPT = Duration.ofDays(30);

    private final InstantSource clock;
    private final Map<String, Recorded> rows = new LinkedHashMap<>();

    MemoryClaims(InstantSource clock) {
        this.clock = clock;
    }

    /** As after a kill between the backend's commit and the hub's: nobody knows any more what came of anything. */
    synchronized void forgetOutcomes() {
        rows.replaceAll((identity, row) -> new Recorded(row.act(), row.started(), false, Optional.empty()));
    }

    @Override
    public synchronized Claim take(Act act) {
        Instant now = clock.instant();
        rows.values()
                .removeIf(
                        row -> !row.running() && !row.started().plus(kept(row)).isAfter(now));
        Recorded row = rows.get(act.identity());
        if (row == null) {
            rows.put(act.identity(), new Recorded(act, now, true, Optional.empty()));
            return new Claim.Taken();
        }
        String holder = row.act().callId();
        if (!row.act().fingerprint().equals(act.fingerprint())) {
            return new Claim.Mismatch();
        }
        if (isUnknown(row)) {
            return new Claim.Unknown(holder);
        }
        return row.outcome()
                .<Claim>map(outcome -> new Claim.Settled(holder, outcome))
                .orElseGet(() -> new Claim.Running(holder));
    }

    private static Duration kept(Recorded row) {
        return isUnknown(row) ? UNKNOWN_KEPT : KEPT;
    }

    private static boolean isUnknown(Recorded row) {
        return row.outcome().map(Outcome.Unknown.class::isInstance).orElse(!row.running());
    }

    @Override
    public synchronized boolean retake(String unknown, Act act) {
        Recorded row = rows.get(act.identity());
        if (row == null || !row.act().callId().equals(unknown)) {
            return false;
        }
        rows.put(act.identity(), new Recorded(act, clock.instant(), true, Optional.empty()));
        return true;
    }

    @Override
    public synchronized void settle(String callId, Outcome outcome) {
        rows.replaceAll((identity, row) -> row.act().callId().equals(callId)
                ? new Recorded(row.act(), row.started(), false, Optional.of(outcome))
                : row);
    }

    @Override
    public synchronized void release(String callId) {
        rows.values().removeIf(row -> row.act().callId().equals(callId));
    }

    @Override
    public synchronized Optional<Recorded> find(String callId) {
        return rows.values().stream()
                .filter(row -> row.act().callId().equals(callId))
                .findFirst();
    }
}
