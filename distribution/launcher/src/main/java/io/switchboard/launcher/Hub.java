package io.switchboard.launcher;

import io.switchboard.launcher.StatusFile.State;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One hub from start to stop. */
final class Hub {
    private static final Duration COMPLAIN_AFTER = Duration.ofSeconds(20);
    /** What a bundle that is still to come will put right, is put right by then. */
    private static final Duration WITHHELD_AFTER = Duration.ofSeconds(2);

    private final Home home;
    private final HubLock lock;
    private final HubSettings settings;
    private final StatusFile status;
    private final Platform platform;
    private final LogSetup log;
    private final Texts texts;
    private final PrintStream out;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean stopping;

    Hub(
            Home home,
            HubLock lock,
            HubSettings settings,
            StatusFile status,
            Platform platform,
            LogSetup log,
            Texts texts,
            PrintStream out) {
        this.home = home;
        this.lock = lock;
        this.settings = settings;
        this.status = status;
        this.platform = platform;
        this.log = log;
        this.texts = texts;
        this.out = out;
    }

    /** Returns when the hub is ready, or was told to stop before that. */
    void start() throws BundleException, InterruptedException {
        try {
            status.write(State.STARTING);
            platform.install(home.system());
            log.await();
            platform.start();
            ServedAt served = platform.served()
                    .orElseThrow(() -> new Refusal(
                            Refusal.FAILED,
                            texts.get("start.nohttp", home.logs().resolve("hub.log"))));
            status.servesAt(served);
            status.write(State.STARTING);
            if (awaitReady(served.base())) {
                status.write(State.RUNNING);
                announce(served);
            }
        } catch (BundleException | RuntimeException e) {
            // A framework that is stopped under its own start says so by all kinds of exceptions.
            if (!stopping) {
                throw e;
            }
        }
    }

    /** Calls in flight finish, then the bundles stop in order. False when that did not end in time. */
    boolean stop() {
        stopping = true;
        log().info("Stopping");
        status.write(State.STOPPING);
        try {
            boolean inTime = platform.stop(Duration.ofSeconds(settings.stopSeconds()));
            if (inTime) {
                home.forgetFramework();
                log().info("Stopped");
            } else {
                log().warn("Not everything stopped within {} s", settings.stopSeconds());
            }
            return inTime;
        } catch (BundleException | InterruptedException e) {
            log().error("The framework did not stop", e);
            return false;
        } finally {
            status.write(State.STOPPED);
            stopped.countDown();
            // The process may live on for a moment, to write its archive of classes; the home is free.
            lock.close();
        }
    }

    private boolean awaitReady(String address) throws InterruptedException {
        Readiness readiness = new Readiness(address);
        long complainAt = System.nanoTime() + COMPLAIN_AFTER.toNanos();
        long withheldAt = System.nanoTime() + WITHHELD_AFTER.toNanos();
        String told = "";
        long pause = 2;
        while (!stopping) {
            int answer = readiness.ask();
            if (answer == 200) {
                status.withholds(false);
                return true;
            }
            if (System.nanoTime() > withheldAt) {
                told = tellWithheld(told);
            }
            if (System.nanoTime() > complainAt) {
                log().warn(
                                "Not ready yet: /health/ready answers {}; bundles that do not run: {}",
                                answer,
                                platform.notRunning());
                complainAt = System.nanoTime() + COMPLAIN_AFTER.toNanos();
            }
            if (stopped.await(pause, TimeUnit.MILLISECONDS)) {
                return false;
            }
            pause = Math.min(pause * 2, 500);
        }
        return false;
    }

    /** Says at once what only somebody who edits files can put right, and again when that has changed. */
    private String tellWithheld(String before) {
        String now = platform.withheld();
        if (!now.equals(before)) {
            if (!now.isEmpty()) {
                log().warn("Not ready: {}", now);
                out.print(texts.get("start.withheld", now, home.etc()));
                out.flush();
            }
            status.withholds(!now.isEmpty());
        }
        return now;
    }

    private void announce(ServedAt served) {
        Path run = home.run();
        out.print(texts.get(
                "start.ready",
                served.base(),
                run.resolve("admin.json"),
                run.resolve("demo-client.json"),
                home.root(),
                served.told()));
        out.flush();
    }

    // Felix HTTP only logs a failed bind; asking first gives one clear line.
    void refuseUsedPort() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()));
        } catch (UnknownHostException e) {
            throw new Refusal(Refusal.FAILED, texts.get("start.host", settings.host()));
        } catch (BindException e) {
            throw new Refusal(
                    Refusal.PORT_IN_USE, texts.get("start.port", settings.host(), String.valueOf(settings.port())));
        } catch (IOException e) {
            throw new Refusal(Refusal.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static Logger log() {
        return LoggerFactory.getLogger(Hub.class);
    }
}
