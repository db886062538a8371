package io.switchboard.core.internal.once;

import io.switchboard.core.internal.once.ClaimRow.State;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The calls of this boot that hold a claim, and those that may have left one in the store without ever running. Safe for many threads. */
public final class OpenCalls {
    private static final int MOST_UNRUN = 10_000;

    private final Map<String, String> identities = new ConcurrentHashMap<>();
    private final Set<String> unrun = ConcurrentHashMap.newKeySet();

    /** Before the row is written, so that nobody sees it and misses the call. */
    void began(Act act) {
        if (identities.putIfAbsent(act.callId(), act.identity()) != null) {
            throw new IllegalArgumentException("Call " + act.callId() + " holds a claim already");
        }
    }

    /** After the end is written, so that who misses the call finds what came of it. */
    void ended(String callId) {
        identities.remove(callId);
    }

    /** The call does not run, and whether its claim is in the store is uncertain. Too many of them: those count as unknown. */
    void neverRan(String callId) {
        if (unrun.size() < MOST_UNRUN) {
            unrun.add(callId);
        }
        identities.remove(callId);
    }

    boolean running(String callId) {
        return identities.containsKey(callId);
    }

    Optional<String> identity(String callId) {
        return Optional.ofNullable(identities.get(callId));
    }

    /** Whether a row is the trace of a call that never ran, and free for the next. */
    boolean isFree(ClaimRow row, String boot) {
        String callId = row.act().callId();
        return row.state() == State.RUNNING && row.owner().equals(boot) && unrun.contains(callId) && !running(callId);
    }

    Set<String> unrun() {
        return Set.copyOf(unrun);
    }

    /** The trace of a call that never ran is gone. */
    void forget(String callId) {
        unrun.remove(callId);
    }
}
