package io.switchboard.crm.tryton.internal;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.sql.Transactions;
import io.switchboard.tryton.Tryton;
import io.switchboard.tryton.Turns;
import io.switchboard.tryton.Wire;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * One configured Tryton, and what all calls to it share.
 *
 * @param http the way there
 * @param tryton the client, for a call or for none
 * @param shown what stands in the hub's store
 * @param turns the writes under way
 * @param currency the company's, once it was read
 */
record Instance(
        TrytonSettings settings,
        HttpBackend http,
        Tryton tryton,
        Shown shown,
        Turns turns,
        AtomicReference<String> currency) {
    private static final Duration OUTSIDE_OF_CALLS = Duration.ofSeconds(10);

    static Instance open(TrytonSettings settings, HttpBackend http, DataSource source, Clock clock) {
        return new Instance(
                settings,
                http,
                new Tryton(within(http, OUTSIDE_OF_CALLS), settings.database(), settings.credentials(), clock),
                new Shown(new Transactions(source), settings.instance()),
                new Turns(),
                new AtomicReference<>(""));
    }

    Instance during(CallContext call) {
        return over(question -> http.send(question, call));
    }

    /** The client for questions of nobody's call. */
    Tryton tryton(Duration atMost) {
        return tryton.over(within(http, atMost));
    }

    private Instance over(Wire wire) {
        return new Instance(settings, http, tryton.over(wire), shown, turns, currency);
    }

    private static Wire within(HttpBackend http, Duration atMost) {
        return question -> http.send(question, atMost);
    }
}
