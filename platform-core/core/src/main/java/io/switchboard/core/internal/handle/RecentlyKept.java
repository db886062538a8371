package io.switchboard.core.internal.handle;

import java.util.LinkedHashMap;
import java.util.Map;

/** The handles that were kept a short while ago, so that an answer with the same ones writes nothing. Safe for many threads. */
final class RecentlyKept {
    private static final int MOST = 20_000;

    private final Map<String, Long> untilByHandle = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    synchronized boolean has(String handle, long now) {
        Long until = untilByHandle.get(handle);
        return until != null && until > now;
    }

    synchronized void add(String handle, long until) {
        untilByHandle.put(handle, until);
    }

    synchronized void clear() {
        untilByHandle.clear();
    }
}
