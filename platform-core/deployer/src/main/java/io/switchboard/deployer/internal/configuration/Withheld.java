package io.switchboard.deployer.internal.configuration;

import io.switchboard.core.health.HealthCheck;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files of {@code etc/} whose configurations are not given out, and why. The hub is not ready while there are any. Safe for use from many threads. */
public final class Withheld implements HealthCheck {
    private final Map<String, String> reasons = new TreeMap<>();

    @Override
    public String name() {
        return "configuration";
    }

    @Override
    public synchronized Status check() {
        return reasons.isEmpty()
                ? Status.READY
                : Status.notReady("These files of etc/ are not used, and what they configure does not run. "
                        + reasons.entrySet().stream()
                                .map(each -> each.getKey() + ": " + each.getValue() + ".")
                                .collect(Collectors.joining(" ")));
    }

    synchronized void hold(String file, String reason) {
        reasons.put(file, reason);
    }

    synchronized void release(String file) {
        reasons.remove(file);
    }
}
