package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.BundleReview;
import io.switchboard.deployer.ConnectorStanding;
import io.switchboard.deployer.Traffic;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Calls that end when a test says so. */
final class FakeTraffic implements Traffic {
    final Map<Long, List<String>> mistakes = new HashMap<>();
    final Map<Long, List<String>> ailments = new HashMap<>();
    List<ConnectorStanding> connectors = List.of();
    final Set<Long> held = new HashSet<>();
    final Semaphore callsEnd = new Semaphore(0);
    private final List<String> done;
    long rules;
    private volatile boolean patient;

    FakeTraffic(List<String> done) {
        this.done = done;
    }

    /** From now on calls are under way until {@link #callsEnd} is released. */
    void keepCallsUnderWay() {
        patient = true;
    }

    @Override
    public void hold(long bundle) {
        held.add(bundle);
        done.add("hold " + bundle);
    }

    @Override
    public void admit(long bundle) {
        held.remove(bundle);
        done.add("admit " + bundle);
    }

    @Override
    public BundleReview review(long bundle) {
        return new BundleReview(
                connectors,
                List.of(),
                mistakes.getOrDefault(bundle, List.of()),
                ailments.getOrDefault(bundle, List.of()));
    }

    @Override
    public long rules() {
        return rules;
    }

    @Override
    public boolean awaitCallsUnderWay(Duration most) throws InterruptedException {
        if (patient) {
            callsEnd.acquire();
        }
        return true;
    }
}
