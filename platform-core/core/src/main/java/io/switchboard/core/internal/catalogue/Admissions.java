package io.switchboard.core.internal.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which bundles are held back, and in which order others were admitted. Safe for use from many threads. */
public final class Admissions {
    private final Set<Long> held = new HashSet<>();
    private final Map<Long, Long> admitted = new HashMap<>();
    private long admissions;

    /** What a bundle has is not to be used before it is admitted. */
    public synchronized void hold(long bundle) {
        held.add(bundle);
        admitted.remove(bundle);
    }

    /** What a bundle has is to be used from now on, before what another of its name has. */
    public synchronized void admit(long bundle) {
        held.remove(bundle);
        admitted.put(bundle, ++admissions);
    }

    /** A bundle is there no more. */
    public synchronized void forget(long bundle) {
        held.remove(bundle);
        admitted.remove(bundle);
    }

    /** Whether a bundle is held back. */
    public synchronized boolean holds(long bundle) {
        return held.contains(bundle);
    }

    /** Who was admitted later comes before; 0: it never was, nor was it ever held. */
    public synchronized long rank(long bundle) {
        return admitted.getOrDefault(bundle, 0L);
    }
}
