package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Principal;
import io.switchboard.connector.Trace;
import io.switchboard.core.backend.BackendTrail;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.CallReply;
import io.switchboard.core.call.CallRequest;
import io.switchboard.core.call.Quota;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.security.Caller;
import io.switchboard.core.security.MaskingProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way. The steps fill it in, each its own part, on the call's thread; the watchdog looks at it from another, at the
 * volatile parts and through {@link #expire} only.
 */
final class Call implements CallContext, BackendTrail {
    private final CallRequest request;
    private final CallReply reply;
    private final String callId;
    private final Trace trace;
    private final Instant started;
    private final long startedNanos;
    private final AtomicBoolean expiring = new AtomicBoolean();
    private final Asked asked = new Asked();

    private volatile @Nullable Caller caller;
    private volatile @Nullable Target target;
    private @Nullable Object input;
    private volatile Optional<String> customer = Optional.empty();
    private volatile long deadlineNanos;
    private String correlationId;
    private @Nullable Object result;
    private volatile Ran ran = Ran.NOT_YET;
    private @Nullable CallFailure thrown;
    private @Nullable Supplier<Optional<String>> rowOwner;
    private volatile boolean replayed;
    private volatile boolean outcomeOpen;
    private boolean permitted;
    private boolean claimed;
    private volatile String alarm = "";
    private volatile String auditArguments = "";
    private @Nullable MaskingProfile profile;
    private @Nullable Quota quota;
    private volatile String outcomeOf;
    private String listing = "";
    private @Nullable Thread runner;
    private volatile boolean answered;
    private volatile boolean expired;

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
        this.outcomeOf = callId;
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
        deadlineNanos = startedNanos + (asked.compareTo(allowed) < 0 ? asked : allowed).toNanos();
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

    boolean permitted() {
        return permitted;
    }

    void permitted(boolean value) {
        permitted = value;
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

    void outcomeKnown() {
        outcomeOpen = false;
    }

    /** The call to ask about later: this one, or the earlier attempt that holds the act. */
    String outcomeOf() {
        return outcomeOf;
    }

    void outcomeOf(String otherCallId) {
        outcomeOf = otherCallId;
    }

    String listing() {
        return listing;
    }

    void listing(String value) {
        listing = value;
    }

    MaskingProfile profile() {
        return required(profile, "profile");
    }

    void profile(MaskingProfile value) {
        profile = value;
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

    /** Tells whose the row is that was not found; null where nobody asked for one, or nobody can say. */
    @Nullable
    Supplier<Optional<String>> rowOwner() {
        return rowOwner;
    }

    void rowOwner(Supplier<Optional<String>> value) {
        rowOwner = value;
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

    /** Tells how much room there is under one of several limits; the caller hears of the nearest. */
    void limited(Quota room) {
        if (quota == null || room.left() < quota.left()) {
            quota = room;
            reply.quota(room);
        }
    }

    // The watchdog and the call's own thread. Who answers, what was begun by then, and who has the thread change
    // together.

    boolean overdue(long nowNanos) {
        return nowNanos - deadlineNanos >= 0;
    }

    /** Whether the watchdog is to see to the deadline now; true once. */
    boolean startExpiring() {
        return !answered && expiring.compareAndSet(false, true);
    }

    /** Gives the right to answer to the one who asks first. */
    synchronized boolean takeAnswer() {
        boolean first = !answered;
        answered = true;
        return first;
    }

    /** Takes the right to answer at the deadline, and the thread from the connector; false: it is answered already. */
    synchronized boolean expire() {
        if (!takeAnswer()) {
            return false;
        }
        expired = true;
        if (runner != null) {
            runner.interrupt();
        }
        return true;
    }

    /** Whether the deadline was answered in place of the connector. */
    boolean expired() {
        return expired;
    }

    /** Begins the time in which the connector has the thread, and in which it may be interrupted; false: it is too late for that. */
    synchronized boolean lendThread(boolean opensOutcome) {
        if (answered) {
            return false;
        }
        runner = Thread.currentThread();
        outcomeOpen |= opensOutcome;
        return true;
    }

    /** Ends it. The thread goes back to its pool as it came, whoever interrupted it. */
    synchronized void takeBackThread() {
        runner = null;
        // Asking clears it.
        Thread.interrupted();
    }

    @Override
    public void asked(String endpoint) {
        asked.note(endpoint);
    }

    Asked backend() {
        return asked;
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
        return answered;
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
