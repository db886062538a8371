package io.switchboard.deployer.internal.configuration;

import io.switchboard.deployer.WithheldFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files whose configurations are not given out, and why. Safe for use from many threads. */
public final class Withheld {
    private final Map<String, String> reasons = new TreeMap<>();
    private final Map<String, String> passedOver = new TreeMap<>();

    /** Sorted by name. */
    public synchronized List<WithheldFile> files() {
        return list(reasons);
    }

    /** Those that are not used, while what was there before them stays; sorted by name. */
    public synchronized List<WithheldFile> passedOver() {
        return list(passedOver);
    }

    private static List<WithheldFile> list(Map<String, String> files) {
        return files.entrySet().stream()
                .map(each -> new WithheldFile(each.getKey(), each.getValue()))
                .toList();
    }

    /** Why what a configuration is for does not run, with the name of the file; empty where nothing of it is withheld. */
    public synchronized Optional<String> of(String pid) {
        return reasons.entrySet().stream()
                .filter(each -> pid(each.getKey()).equals(pid))
                .map(each -> each.getKey() + ": " + each.getValue())
                .reduce((first, second) -> first + "; " + second);
    }

    private static String pid(String file) {
        return ConfigurationId.ofFile(file.substring(file.lastIndexOf('/') + 1))
                .map(ConfigurationId::pid)
                .orElse("");
    }

    synchronized void hold(String file, String reason) {
        passedOver.remove(file);
        reasons.put(file, reason);
    }

    /** What was there before it stays. */
    public synchronized void passOver(String file, String reason) {
        reasons.remove(file);
        passedOver.put(file, reason);
    }

    /** Nothing is wrong with it. */
    public synchronized void release(String file) {
        reasons.remove(file);
        passedOver.remove(file);
    }
}
