package io.switchboard.connector.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it; for a connector, and for the hub around it. Safe for use from many threads. */
public final class SettableClock extends Clock {
    private final ZoneId zone;
    private volatile Instant now;

    private SettableClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** A clock in UTC that shows a time such as {@code 2026-01-31T12:00:00Z}. */
    public static SettableClock at(String instant) {
        return new SettableClock(Instant.parse(instant), ZoneOffset.UTC);
    }

    /** Moves it on. */
    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** A clock of another zone, which goes its own way from now on. */
    @Override
    public Clock withZone(ZoneId other) {
        return new SettableClock(now, other);
    }
}
