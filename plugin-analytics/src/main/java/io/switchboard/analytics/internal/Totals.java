package io.switchboard.analytics.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Adds stored counts up. For one thread. */
final class Totals {
    private static final int RATE_DIGITS = 4;

    private final Tally tally = new Tally();
    private final Map<Integer, Long> errors = new TreeMap<>();

    void add(int code, long calls, long slowest, String latency) {
        tally.add(calls, slowest, latency);
        if (code != 0) {
            errors.merge(code, calls, Long::sum);
        }
    }

    void add(Totals other) {
        tally.add(other.tally);
        other.errors.forEach((code, calls) -> errors.merge(code, calls, Long::sum));
    }

    long calls() {
        return tally.calls();
    }

    /** How often each code came, by its number. */
    Map<Integer, Long> errors() {
        return errors;
    }

    Measures measures() {
        long failed = errors.values().stream().mapToLong(Long::longValue).sum();
        return new Measures(
                tally.calls(),
                failed,
                part(failed, tally.calls()),
                latency(0.5),
                latency(0.95),
                latency(0.99),
                latency(1));
    }

    /** The slowest is known exactly, and bounds what the histogram says. */
    private Optional<Long> latency(double part) {
        if (tally.calls() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                part == 1
                        ? tally.slowest()
                        : Math.min(tally.slowest(), tally.latency().quantile(part)));
    }

    static BigDecimal part(long some, long all) {
        return all == 0
                ? BigDecimal.ZERO.setScale(RATE_DIGITS)
                : BigDecimal.valueOf(some).divide(BigDecimal.valueOf(all), RATE_DIGITS, RoundingMode.HALF_UP);
    }
}
