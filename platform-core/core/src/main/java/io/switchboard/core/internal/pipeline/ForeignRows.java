package io.switchboard.core.internal.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.switchboard.core.call.Arrival;
import io.switchboard.core.call.CallRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether a row that a bound caller asked for in vain is another customer's, and has the alarm raised. It looks only when the
 * call was answered, on threads of its own, and does the same for rows that nobody has, so that neither the answer nor its time can tell
 * the two apart. What cannot be looked up raises an alarm as well: who asks for more than can be looked up is looked at. Safe for use
 * from many threads.
 */
final class ForeignRows implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ForeignRows.class);
    private static final String FOREIGN = "foreign-row";
    private static final String UNCHECKED = "unchecked-row";
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 1_000;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final TakePermit permit;
    private final Watchdog watchdog;
    private final Consumer<Call> alarms;
    private final ThreadPoolExecutor threads;

    /** Takes what writes a call with an alarm into the audit. */
    ForeignRows(TakePermit permit, Watchdog watchdog, Consumer<Call> alarms) {
        this.permit = permit;
        this.watchdog = watchdog;
        this.alarms = alarms;
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), ForeignRows::daemon);
        threads.allowCoreThreadTimeOut(true);
    }

    /** One look-up. */
    private final class Look implements Runnable {
        private final Call call;
        private final Supplier<Optional<String>> owner;

        Look(Call call, Supplier<Optional<String>> owner) {
            this.call = call;
            this.owner = owner;
        }

        @Override
        public void run() {
            try {
                if (!call.cancelled()) {
                    end(found());
                }
            } catch (Throwable failed) {
                LOG.warn("whose row call {} asked for cannot be found out: {}", call.callId(), new BareTrace(failed));
                unchecked();
            } finally {
                watchdog.remove(call);
            }
        }

        private void end(Optional<String> found) {
            // Else the deadline has written down that it is not known.
            if (call.takeAnswer() && found.isPresent() && !found.equals(call.customer())) {
                call.alarm(FOREIGN);
                LOG.warn("call {} asked for a row of another customer", call.callId());
                alarms.accept(call);
            }
        }

        private Optional<String> found() throws Throwable {
            permit.before(call);
            try {
                return ConnectorThread.lend(call, false, owner::get);
            } finally {
                permit.after(call, null);
            }
        }

        void unchecked() {
            watchdog.remove(call);
            if (call.takeAnswer()) {
                alarms.accept(call);
            }
        }
    }

    /** Has it looked up, if there is something to look up; a call that was answered. */
    void look(Call call) {
        Supplier<Optional<String>> owner = call.rowOwner();
        if (owner == null || call.caller().boundCustomer().isEmpty()) {
            return;
        }
        Call behind = behind(call);
        Look look = new Look(behind, owner);
        // Whoever lets a connector go waits for this one, too, as long as its deadline allows.
        watchdog.add(behind);
        try {
            threads.execute(look);
        } catch (RejectedExecutionException e) {
            look.unchecked();
        }
    }

    /** A call of its own with a deadline of its own, that holds nothing of the answered one's request. */
    private static Call behind(Call call) {
        Arrival arrival = call.request().arrival();
        CallRequest request = new CallRequest(
                new Arrival(arrival.transport(), Optional.empty(), Optional.empty(), arrival.locale(), ""),
                call.request().operation(),
                JsonNodeFactory.instance::objectNode,
                Optional.empty(),
                call.conversation(),
                Optional.of(LONGEST));
        Call behind = new Call(request, NoReply.INSTANCE, call.callId(), call.trace(), LONGEST);
        behind.caller(call.caller());
        behind.target(call.target());
        behind.customer(call.customer());
        behind.auditArguments(call.auditArguments());
        behind.correlationId(call.correlationId());
        behind.alarm(UNCHECKED);
        return behind;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "switchboard-foreign-rows");
        thread.setDaemon(true);
        return thread;
    }

    /** Ends the threads; what still waits is in the audit as not looked up. */
    @Override
    public void close() {
        for (Runnable waiting : threads.shutdownNow()) {
            ((Look) waiting).unchecked();
        }
    }
}
