package io.switchboard.analytics.internal;

import io.switchboard.connector.Leases;
import io.switchboard.core.audit.AuditTrail;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the counts up with the audit while the bundle runs. */
@Component(
        service = {},
        immediate = true)
public final class RollUpThread {
    private static final Logger LOG = LoggerFactory.getLogger(RollUpThread.class);
    /** With the moment that the audit may take to show a record, still well below two seconds. */
    private static final Duration PAUSE = Duration.ofMillis(750);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration STOPPING = Duration.ofSeconds(3);
    /** The service property of an audit trail that says whose it is. */
    private static final String NODE = "switchboard.node";

    private final RollUp rollUp;
    private final Turn turn;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private boolean stopped;

    /** Called by the framework. */
    @Activate
    public RollUpThread(
            @Reference Map.Entry<Map<String, Object>, AuditTrail> trail,
            @Reference DataSource source,
            @Reference Leases leases) {
        this(trail.getValue(), String.valueOf(trail.getKey().getOrDefault(NODE, "hub")), source, leases);
    }

    RollUpThread(AuditTrail trail, String node, DataSource source, Leases leases) {
        turn = new Turn(leases, "roll-up " + node);
        rollUp = new RollUp(trail, source, turn, node, Clock.systemUTC());
        thread = new Thread(this::run, "switchboard-analytics");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        boolean failing = false;
        while (!stopped) {
            Duration pause = PAUSE;
            try {
                if (rollUp.step()) {
                    pause = Duration.ZERO;
                }
                failing = false;
            } catch (IOException | SQLException | RuntimeException e) {
                if (!failing && stopping.getCount() > 0) {
                    LOG.warn("Calls are not counted now; they will be, once it works again", e);
                }
                failing = true;
                pause = AFTER_FAILURE;
            }
            pause(pause);
        }
        boolean interrupted = Thread.interrupted(); // it would keep the lease from being given back
        LOG.debug("Counting ends, interrupted: {}", interrupted);
        turn.giveBack();
    }

    private void pause(Duration pause) {
        try {
            stopped = stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    /** Called by the framework. Lets the batch that is under way finish; one that hangs is interrupted, and undone. */
    @Deactivate
    public void stop() {
        stopping.countDown();
        join();
        if (thread.isAlive()) {
            thread.interrupt();
            join();
        }
    }

    private void join() {
        try {
            thread.join(STOPPING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
