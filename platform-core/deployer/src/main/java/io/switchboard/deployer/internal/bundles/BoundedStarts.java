package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.DeploymentState;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts bundles on threads of their own and does not wait for them without end: one that hangs in its start must not keep the others from
 * theirs. Safe for use from many threads.
 */
final class BoundedStarts {
    /** Longer than anything takes that does well: schemas are made in a start. */
    static final Duration MOST = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(BoundedStarts.class);

    private final Duration most;
    private final Map<Bundle, CompletableFuture<Void>> under = new ConcurrentHashMap<>();

    BoundedStarts(Duration most) {
        this.most = most;
    }

    void start(Bundle bundle) throws BundleException, DeployFault {
        CompletableFuture<Void> start = under.computeIfAbsent(bundle, BoundedStarts::begin);
        try {
            start.get(most.toMillis(), TimeUnit.MILLISECONDS);
            under.remove(bundle, start);
        } catch (TimeoutException e) {
            LOG.error("{} hangs in its start", bundle.getSymbolicName());
            throw new DeployFault(
                    DeploymentState.FAILED,
                    "it did not end its start within " + most.toSeconds() + " s",
                    "在 " + most.toSeconds() + " 秒内未完成启动");
        } catch (ExecutionException e) {
            under.remove(bundle, start);
            if (e.getCause() instanceof BundleException failure) {
                throw failure;
            }
            throw new BundleException("start", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BundleException("interrupted", e);
        }
    }

    private static CompletableFuture<Void> begin(Bundle bundle) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        bundle.start(Bundle.START_ACTIVATION_POLICY);
                        done.complete(null);
                    } catch (BundleException | RuntimeException | LinkageError e) {
                        done.completeExceptionally(e);
                    }
                },
                "deployer-start-" + bundle.getSymbolicName());
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    /** Whether a bundle is still in a start that was given up; to stop it would hang as well. */
    boolean hangs(Bundle bundle) {
        return under.containsKey(bundle);
    }

    /** Does something when a start that hangs has ended after all. */
    void afterwards(Bundle bundle, Runnable work) {
        CompletableFuture<Void> start = under.get(bundle);
        if (start != null) {
            var unused = start.whenComplete((done, failure) -> {
                under.remove(bundle, start);
                work.run();
            });
        }
    }
}
