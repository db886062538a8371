package io.switchboard.rest.internal.event;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.access.Access;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.event.EventFeed;
import io.switchboard.core.event.EventReading;
import io.switchboard.core.security.Caller;
import io.switchboard.rest.internal.answer.Exchange;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** The streams that are open; bounded in number, in threads, and in how long one may be left unread. Safe for use from many threads. */
public final class Streams implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int MOST_EACH = 4;
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private final IntSupplier most;
    private final Pace pace;
    private final BooleanSupplier stopping;
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS, Streams::thread);
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final Runnable deaf;

    /**
     * How often it is looked at streams, after how long it is said that one is alive, and after how long without a byte taken it is
     * closed.
     */
    public record Pace(Duration look, Duration heartbeat, Duration patience) {
        /** Below the time after which servers and proxies close silent connections. */
        public static final Pace STANDARD =
                new Pace(Duration.ofMillis(500), Duration.ofSeconds(15), Duration.ofSeconds(45));
    }

    /**
     * No streams yet.
     *
     * @param most how many there may be; 0: none
     * @param stopping whether the hub stops: then all end, for it waits for what is under way
     */
    public Streams(EventFeed feed, IntSupplier most, Pace pace, BooleanSupplier stopping) {
        this.most = most;
        this.pace = pace;
        this.stopping = stopping;
        deaf = feed.onNews(() -> open.forEach(EventStream::news));
        long millis = pace.look().toMillis();
        // look() lets nothing out, so there is nothing to learn from the future.
        ScheduledFuture<?> unused = threads.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "switchboard-event-streams");
        thread.setDaemon(true);
        return thread;
    }

    private void look() {
        if (stopping.getAsBoolean()) {
            open.forEach(EventStream::close);
        }
        long now = System.nanoTime();
        open.forEach(each -> each.look(now));
    }

    /** Begins one, unless there are too many, of all or of this caller for this customer. */
    void open(Exchange exchange, Access access, EventReading reading) throws CallFailure, IOException {
        Caller caller = access.caller();
        String name = caller.name() + " " + caller.boundCustomer().orElse("");
        take(name);
        boolean begun = false;
        try {
            HttpServletResponse response = exchange.response();
            response.setHeader("traceparent", access.traceparent());
            response.setHeader("Switchboard-Call", access.callId());
            response.setHeader("X-Accel-Buffering", "no");
            exchange.send(HttpServletResponse.SC_OK);
            response.setContentType("text/event-stream");
            response.setCharacterEncoding("UTF-8");
            AsyncContext async = exchange.request().startAsync();
            async.setTimeout(0);
            EventStream stream = new EventStream(
                    async, reading, access, pace, each -> threads.execute(each::work), each -> gone(name, each));
            open.add(stream);
            async.addListener(stream);
            response.getOutputStream().setWriteListener(stream);
            begun = true;
        } finally {
            if (!begun) {
                give(name);
            }
        }
    }

    private void take(String name) throws CallFailure {
        if (open.size() >= most.getAsInt()) {
            throw CallFailure.of(ErrorCode.BUSY, "There are as many event streams as there may be.", "事件流数量已达上限。")
                    .retryAfter(COME_AGAIN);
        }
        if (counts.merge(name, 1, Integer::sum) > MOST_EACH) {
            give(name);
            throw CallFailure.of(
                            ErrorCode.RATE_LIMITED,
                            "You have " + MOST_EACH + " event streams open; close one of them.",
                            "您已打开 " + MOST_EACH + " 个事件流，请先关闭其中一个。")
                    .retryAfter(COME_AGAIN);
        }
    }

    private void give(String name) {
        counts.computeIfPresent(name, (key, count) -> count == 1 ? null : count - 1);
    }

    private void gone(String name, EventStream stream) {
        if (open.remove(stream)) {
            give(name);
        }
    }

    /** How many there are. */
    int count() {
        return open.size();
    }

    /** Ends all. */
    @Override
    public void close() {
        deaf.run();
        open.forEach(EventStream::close);
        threads.shutdownNow();
    }
}
