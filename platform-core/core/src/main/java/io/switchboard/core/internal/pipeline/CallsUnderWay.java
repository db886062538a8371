package io.switchboard.core.internal.pipeline;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The calls under way. Whoever took something out of use waits here for those that may still have it in hand, so that what a call costs
 * is no more than to be in the set. Safe for use from many threads.
 */
final class CallsUnderWay implements Iterable<Call> {
    private static final long ROUND_MILLIS = 1;

    private final Set<Call> calls = ConcurrentHashMap.newKeySet();

    /** Before the call looks for anything: a call that is not seen here sees what was put out of use before one looked. */
    void add(Call call) {
        calls.add(call);
    }

    void remove(Call call) {
        calls.remove(call);
    }

    int size() {
        return calls.size();
    }

    @Override
    public Iterator<Call> iterator() {
        return calls.iterator();
    }

    /** The call of an id, if somebody waits for its answer. */
    @Nullable
    Call find(String callId) {
        return calls.stream()
                .filter(call -> call.callId().equals(callId) && call.reply() != NoReply.INSTANCE)
                .findFirst()
                .orElse(null);
    }

    /**
     * Waits for those that are here now. One that was answered at its deadline is not waited for: it was given up, and what it still does
     * nobody learns.
     *
     * @param endNanos until when, as {@link System#nanoTime} counts
     * @return false: some are still under way
     */
    boolean await(long endNanos) throws InterruptedException {
        for (Call call : List.copyOf(calls)) {
            while (calls.contains(call) && !call.cancelled()) {
                if (System.nanoTime() - endNanos >= 0) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
            }
        }
        return true;
    }
}
