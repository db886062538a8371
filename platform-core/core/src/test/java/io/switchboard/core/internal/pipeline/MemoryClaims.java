package io.switchboard.core.internal.pipeline;

import io.switchboard.core.internal.once.Act;
import io.switchboard.core.internal.once.Claim;
import io.switchboard.core.internal.once.Claims;
import io.switchboard.core.internal.once.Outcome;
import io.switchboard.core.internal.once.Recorded;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The register of writes in memory; forgets who runs when told that the hub was killed. */
final class MemoryClaims implements Claims {
    private final Map<String, Recorded> rows = new LinkedHashMap<>();

    /** As after a kill: what was claimed and not settled has no hub any more. */
    synchronized void crash() {
        rows.replaceAll((identity, row) -> new Recorded(row.act(), row.started(), false, row.outcome()));
    }

    /** As if the process had died between the backend's commit and ours. */
    synchronized void forgetOutcomes() {
        rows.replaceAll((identity, row) -> new Recorded(row.act(), row.started(), false, Optional.empty()));
    }

    synchronized String lastCallId() {
        return rows.values().stream()
                .reduce((first, second) -> second)
                .orElseThrow()
                .act()
                .callId();
    }

    @Override
    public synchronized Claim take(Act act) {
        Recorded row = rows.get(act.identity());
        if (row == null) {
            rows.put(act.identity(), new Recorded(act, Instant.now(), true, Optional.empty()));
            return new Claim.Taken();
        }
        if (!row.act().fingerprint().equals(act.fingerprint())) {
            return new Claim.Mismatch();
        }
        Outcome outcome = row.outcome().orElse(null);
        if (outcome instanceof Outcome.Unknown || (outcome == null && !row.running())) {
            return new Claim.Unknown(row.act().callId());
        }
        return outcome == null
                ? new Claim.Running(row.act().callId())
                : new Claim.Settled(row.act().callId(), outcome);
    }

    @Override
    public synchronized boolean retake(String unknown, Act act) {
        Recorded row = rows.get(act.identity());
        if (row == null || !row.act().callId().equals(unknown)) {
            return false;
        }
        rows.put(act.identity(), new Recorded(act, Instant.now(), true, Optional.empty()));
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
