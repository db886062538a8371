package io.switchboard.security.internal.oauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Counts failed attempts per address, and per client and address, so that nobody guesses secrets: too many within a while lock that pair, or
 * that address, until the while is over. One address cannot lock a client out for others. Safe for use from many threads.
 */
final class Guesses {
    static final int MOST_PER_CLIENT = 10;
    static final int MOST_PER_ADDRESS = 100;
    static final Duration WHILE = Duration.ofMinutes(5);

    private static final int MOST_KEPT = 20_000;
    private static final int MOST_ID = 64;

    private final InstantSource clock;
    private final Cache<Key, Failures> failures = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(WHILE)
            .executor(Runnable::run)
            .build();

    /** An empty client stands for the address as a whole. */
    private record Key(String address, String client) {}

    private record Failures(int count, Instant end) {}

    Guesses(InstantSource clock) {
        this.clock = clock;
    }

    /** How long this client has to wait at this address; zero: not at all. */
    Duration wait(String address, String client) {
        Duration byClient = wait(key(address, client), MOST_PER_CLIENT);
        Duration byAddress = wait(new Key(address, ""), MOST_PER_ADDRESS);
        return byClient.compareTo(byAddress) > 0 ? byClient : byAddress;
    }

    void failed(String address, String client) {
        count(key(address, client));
        count(new Key(address, ""));
    }

    void succeeded(String address, String client) {
        failures.invalidate(key(address, client));
    }

    private Duration wait(Key key, int most) {
        Failures known = failures.getIfPresent(key);
        Instant now = clock.instant();
        return known == null || known.count < most || !known.end.isAfter(now)
                ? Duration.ZERO
                : Duration.between(now, known.end);
    }

    private void count(Key key) {
        Instant now = clock.instant();
        Failures first = new Failures(1, now.plus(WHILE));
        failures.asMap()
                .merge(key, first, (old, one) -> old.end.isAfter(now) ? new Failures(old.count + 1, old.end) : one);
    }

    // Ids that no client can have are counted together, which also bounds what is kept of them.
    private static Key key(String address, String client) {
        return new Key(address, client.isEmpty() || client.length() > MOST_ID ? "?" : client);
    }
}
