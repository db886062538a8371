package io.switchboard.security.internal.key;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The keys as the folder last had them. Immutable.
 *
 * @param timed the keys in the order in which they sign
 */
record Keys(List<TimedKey> timed) {
    static final Keys NONE = new Keys(List.of());

    Keys {
        timed = List.copyOf(timed);
    }

    /** The latest of those that have begun to sign; the first where none has. */
    Optional<SigningKey> signing(Instant now) {
        for (int at = timed.size() - 1; at > 0; at--) {
            if (!timed.get(at).from().isAfter(now)) {
                return Optional.of(timed.get(at).key());
            }
        }
        return timed.isEmpty() ? Optional.empty() : Optional.of(timed.get(0).key());
    }

    Optional<SigningKey> find(String id) {
        for (TimedKey each : timed) {
            if (each.key().id().equals(id)) {
                return Optional.of(each.key());
            }
        }
        return Optional.empty();
    }

    /** The key that is published and does not sign yet. */
    Optional<TimedKey> next(Instant now) {
        return timed.stream().filter(each -> each.from().isAfter(now)).findFirst();
    }

    /** Those whose successor has signed for longer than a while. */
    List<TimedKey> outlived(Instant now, Duration kept) {
        int after = 0;
        for (int at = 1; at < timed.size(); at++) {
            if (!timed.get(at).from().plus(kept).isAfter(now)) {
                after = at;
            }
        }
        return timed.subList(0, after);
    }

    Keys without(TimedKey gone) {
        return new Keys(timed.stream().filter(each -> !each.equals(gone)).toList());
    }

    /** When the key that signs last began, or will begin, to. */
    Optional<Instant> latest() {
        return timed.isEmpty()
                ? Optional.empty()
                : Optional.of(timed.get(timed.size() - 1).from());
    }
}
