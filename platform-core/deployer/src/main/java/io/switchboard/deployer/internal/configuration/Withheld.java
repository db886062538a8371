package io.switchboard.deployer.internal.configuration;

import io.switchboard.deployer.WithheldFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files whose configurations are not given out, and why. Safe for use from many threads. */
public final class Withheld {
    private final Map<String, String> reasons = new TreeMap<>();

    /** Sorted by name. */
    public synchronized List<WithheldFile> files() {
        return reasons.entrySet().stream()
                .map(each -> new WithheldFile(each.getKey(), each.getValue()))
                .toList();
    }

    synchronized void hold(String file, String reason) {
        reasons.put(file, reason);
    }

    synchronized void release(String file) {
        reasons.remove(file);
    }
}
