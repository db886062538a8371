package io.switchboard.core.internal.otlp;

import io.switchboard.core.internal.otlp.Collector.Outcome;
import io.switchboard.core.internal.pipeline.CallEnd;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers the spans of calls and sends them to a collector, from a thread of its own. What does not fit into its queue is dropped and counted:
 * no call waits for a collector. Safe for use from many threads.
 */
final class Spans implements SpanSink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spans.class);
    private static final int MOST_AT_ONCE = 512;
    private static final int ATTEMPTS = 4;
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(3);

    private final Collector collector;
    private final SpanJson json;
    private final Duration interval;
    private final Duration pause;
    private final BlockingQueue<CallEnd> queue;
    private final LongAdder sent = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final Thread thread;
    private volatile boolean closing;
    private boolean failing;

    /**
     * Begins to send.
     *
     * @param capacity how many spans may wait
     * @param interval how long they are gathered
     * @param pause how long the second attempt at sending waits; each further one waits twice as long
     */
    Spans(Collector collector, SpanJson json, int capacity, Duration interval, Duration pause) {
        this.collector = collector;
        this.json = json;
        this.interval = interval;
        this.pause = pause;
        this.queue = new ArrayBlockingQueue<>(capacity);
        thread = new Thread(this::run, "switchboard-spans");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void offer(CallEnd end) {
        // A caller that records nothing of a trace wants nobody to.
        if (end.trace().sampled() && !queue.offer(end)) {
            dropped.increment();
        }
    }

    @Override
    public long sent() {
        return sent.sum();
    }

    @Override
    public long dropped() {
        return dropped.sum();
    }

    private void run() {
        List<CallEnd> batch = new ArrayList<>(MOST_AT_ONCE);
        try {
            while (!closing) {
                gather(batch);
                send(batch);
                batch.clear();
            }
            queue.drainTo(batch, MOST_AT_ONCE);
            send(batch);
        } catch (InterruptedException e) {
            LOG.debug("Spans are no longer sent");
        }
        dropped.add(queue.size());
    }

    private void gather(List<CallEnd> batch) throws InterruptedException {
        long end = System.nanoTime() + interval.toNanos();
        long left = interval.toNanos();
        while (left > 0 && batch.size() < MOST_AT_ONCE && !closing) {
            CallEnd next = queue.poll(left, TimeUnit.NANOSECONDS);
            if (next != null) {
                batch.add(next);
                queue.drainTo(batch, MOST_AT_ONCE - batch.size());
            }
            left = end - System.nanoTime();
        }
    }

    private void send(List<CallEnd> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        boolean taken = false;
        try {
            taken = deliver(json.write(batch));
        } finally {
            (taken ? sent : dropped).add(batch.size());
        }
    }

    private boolean deliver(byte[] body) throws InterruptedException {
        Duration wait = pause;
        Outcome outcome = attempt(body);
        for (int attempt = 2; outcome == Outcome.TRY_LATER && attempt <= ATTEMPTS && !closing; attempt++) {
            Thread.sleep(wait.toMillis());
            wait = wait.multipliedBy(2);
            outcome = attempt(body);
        }
        return outcome == Outcome.TAKEN;
    }

    private Outcome attempt(byte[] body) throws InterruptedException {
        Outcome outcome;
        String trouble = "";
        try {
            outcome = collector.send(body);
        } catch (IOException e) {
            outcome = Outcome.TRY_LATER;
            trouble = e.getClass().getSimpleName();
        }
        if (outcome != Outcome.TAKEN && !failing) {
            LOG.warn("The collector does not take spans now; calls go on without them: {} {}", outcome, trouble);
        }
        if (outcome == Outcome.TAKEN && failing) {
            LOG.info("The collector takes spans again");
        }
        failing = outcome != Outcome.TAKEN;
        return outcome;
    }

    /** Takes no more; sends what there is, if that is done within a moment. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(interval.plus(CLOSE_WAIT).toMillis());
            thread.interrupt();
            thread.join(CLOSE_WAIT.toMillis());
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
