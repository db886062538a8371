package io.switchboard.poll;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.Lease;
import io.switchboard.connector.Leases;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a round now and then, as long as this is the one hub that does, and at once after a write. A round that fails is taken again after
 * the pause; the log has one line when it begins to fail and one when it goes on.
 */
public final class Poller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    /**
     * Beyond a pause. A hub that was killed cannot give its turn back, and nobody hears of anything until it is over; a round that takes
     * longer costs a second reading of the same, and tells nothing twice.
     */
    private static final Duration HELD = Duration.ofSeconds(10);

    private final String name;
    private final Round round;
    private final Leases leases;
    private final Duration pause;
    private final Bell bell;
    private final Thread thread;
    private volatile boolean ended;
    private boolean failing;

    /**
     * Begins at once.
     *
     * @param name of its lease and thread, with the system and the instance: {@code redmine-poll-main}
     * @param pause between two rounds
     */
    public Poller(String name, Round round, Leases leases, Duration pause, Bell bell) {
        this.name = name;
        this.round = round;
        this.leases = leases;
        this.pause = pause;
        this.bell = bell;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        Lease lease = null;
        try {
            while (!ended) {
                lease = held(lease);
                if (lease != null) {
                    take();
                }
                bell.await(pause);
            }
        } catch (InterruptedException e) {
            // The end.
            Thread.currentThread().interrupt();
        } finally {
            if (lease != null) {
                lease.close();
            }
        }
    }

    private @Nullable Lease held(@Nullable Lease lease) {
        try {
            return lease != null && lease.renew()
                    ? lease
                    : leases.tryAcquire(name, pause.plus(HELD)).orElse(null);
        } catch (RuntimeException e) {
            LOG.warn("{}: the store cannot be asked who polls", name, e);
            return null;
        }
    }

    private void take() {
        try {
            round.take();
            if (failing) {
                LOG.info("{}: goes on", name);
            }
            failing = false;
        } catch (ConnectorException e) {
            // Told once; what happens meanwhile is told when it answers again.
            if (!failing) {
                LOG.warn("{}: cannot find out what happened ({}); goes on trying", name, e.code());
            }
            failing = true;
        } catch (RuntimeException e) {
            LOG.error("{}: failed; goes on trying", name, e);
            failing = true;
        }
    }

    /** Ends it, and what it is doing. */
    @Override
    public void close() {
        ended = true;
        thread.interrupt();
    }
}
