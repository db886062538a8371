package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Principal;
import io.switchboard.connector.Trace;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.CallReply;
import io.switchboard.core.call.CallRequest;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way. The steps fill it in, each its own part, on the call's thread; the watchdog looks at it from another, at the
 * volatile parts and through {@link #takeAnswer} and {@link #interruptConnector} only.
 */
final class Call implements CallContext {
    private final CallRequest request;
    private final CallReply reply;
    private final String callId;
    private final Trace trace;
    private final Instant started;
    private final long startedNanos;
    private final AtomicBoolean answered = new AtomicBoolean();

    private volatile @Nullable Caller caller;
    private volatile @Nullable Target target;
    private @Nullable Object input;
    private volatile Optional<String> customer = Optional.empty();
    private volatile long deadlineNanos;
    private String correlationId;
    private @Nullable Object result;
    private volatile Ran ran = Ran.NOT_YET;
    private @Nullable CallFailure thrown;
    private volatile boolean replayed;
    private volatile boolean outcomeOpen;
    private boolean claimed;
    private volatile String alarm = "";
    private volatile String auditArguments = "";
    private @Nullable Thread runner;
    private boolean interrupted;

    /** What became of the connector's method. */
    enum Ran {
        NOT_YET,
        RUNNING,
        RETURNED,
        THREW
    }

    Call(CallRequest request, CallReply reply, String callId, Trace trace, Duration longest) {
        this.request = request;
        this.reply = reply;
        this.callId = callId;
        this.trace = trace;
        this.started = Instant.now();
        this.startedNanos = System.nanoTime();
        this.deadlineNanos = startedNanos + longest.toNanos();
        this.correlationId = callId;
    }

    CallRequest request() {
        return request;
    }

    CallReply reply() {
        return reply;
    }

    Instant started() {
        return started;
    }

    long micros() {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - startedNanos);
    }

    // What the steps find out, in their order.

    Caller caller() {
        return required(caller, "caller");
    }

    @Nullable
    Caller callerOrNull() {
        return caller;
    }

    void caller(Caller value) {
        caller = value;
    }

    Target target() {
        return required(target, "target");
    }

    @Nullable
    Target targetOrNull() {
        return target;
    }

    OperationDescriptor operation() {
        return target().operation().descriptor();
    }

    void target(Target value) {
        target = value;
        Duration allowed = value.operation().descriptor().deadline();
        Duration asked = request.timeout().orElse(allowed);
        deadlineNanos = startedNanos + Math.min(allowed.toNanos(), asked.toNanos());
    }

    @Nullable
    Object input() {
        return input;
    }

    void input(@Nullable Object value) {
        input = value;
    }

    void customer(Optional<String> value) {
        customer = value;
    }

    void correlationId(String value) {
        correlationId = value;
    }

    boolean claimed() {
        return claimed;
    }

    void claimed(boolean value) {
        claimed = value;
    }

    /** Whether something was begun of which nobody could say now whether it took place. */
    boolean outcomeOpen() {
        return outcomeOpen;
    }

    void outcomeOpen(boolean value) {
        outcomeOpen = value;
    }

    boolean replayed() {
        return replayed;
    }

    /** Marks the failure that follows as the recorded outcome of an earlier attempt. */
    void replayedFailure() {
        replayed = true;
    }

    void replay(@Nullable Object recorded) {
        result = recorded;
        replayed = true;
    }

    @Nullable
    Object result() {
        return result;
    }

    Ran ran() {
        return ran;
    }

    void runs() {
        ran = Ran.RUNNING;
    }

    void returned(@Nullable Object value) {
        result = value;
        ran = Ran.RETURNED;
        outcomeOpen = false;
    }

    void threw(CallFailure failure) {
        thrown = failure;
        ran = Ran.THREW;
    }

    /** Puts another result in place of the one that came, for the answer only. */
    void answerWith(Object value) {
        result = value;
    }

    @Nullable
    CallFailure thrown() {
        return thrown;
    }

    String alarm() {
        return alarm;
    }

    void alarm(String value) {
        alarm = value;
    }

    String auditArguments() {
        return auditArguments;
    }

    void auditArguments(String value) {
        auditArguments = value;
    }

    // The watchdog and the call's own thread.

    boolean overdue(long nowNanos) {
        return nowNanos - deadlineNanos >= 0;
    }

    /** Gives the right to answer to the one who asks first. */
    boolean takeAnswer() {
        return answered.compareAndSet(false, true);
    }

    /** Begins the time in which the connector has the thread, and in which it may be interrupted. */
    synchronized void lendThread() {
        runner = Thread.currentThread();
    }

    /** Ends it, and takes back an interrupt that came from here. */
    synchronized void takeBackThread() {
        runner = null;
        if (interrupted) {
            // Asking clears it: the thread goes back to its pool as it came.
            Thread.interrupted();
        }
    }

    synchronized void interruptConnector() {
        if (runner != null) {
            interrupted = true;
            runner.interrupt();
        }
    }

    // What the connector sees.

    @Override
    public Principal principal() {
        return caller().principal();
    }

    @Override
    public Optional<String> customer() {
        return customer;
    }

    @Override
    public Optional<String> conversation() {
        return request.conversation();
    }

    @Override
    public String callId() {
        return callId;
    }

    @Override
    public String correlationId() {
        return correlationId;
    }

    @Override
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
    }

    @Override
    public boolean cancelled() {
        return answered.get();
    }

    @Override
    public Locale locale() {
        return request.arrival().locale();
    }

    @Override
    public Trace trace() {
        return trace;
    }

    private static <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("no " + what + " yet");
        }
        return value;
    }
}
