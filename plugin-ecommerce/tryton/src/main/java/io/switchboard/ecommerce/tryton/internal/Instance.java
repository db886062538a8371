package io.switchboard.ecommerce.tryton.internal;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.ecommerce.tryton.internal.settings.TrytonSettings;
import io.switchboard.tryton.Tryton;
import io.switchboard.tryton.Turns;
import java.time.Clock;
import java.time.Duration;

/**
 * One configured Tryton, and what all questions to it share.
 *
 * @param http the way there
 * @param tryton the client, for a call or for none
 * @param turns the writes under way
 */
record Instance(TrytonSettings settings, HttpBackend http, Tryton tryton, Turns turns, Clock clock) {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    static Instance open(TrytonSettings settings, HttpBackend http, Clock clock) {
        Tryton tryton = new Tryton(
                question -> http.send(question, LONGEST), settings.database(), settings.credentials(), clock);
        return new Instance(settings, http, tryton, new Turns(), clock);
    }

    Instance during(CallContext call) {
        return new Instance(settings, http, tryton.over(question -> http.send(question, call)), turns, clock);
    }

    /** The client, with another limit to how long it waits. */
    Tryton tryton(Duration atMost) {
        return tryton.over(question -> http.send(question, atMost));
    }
}
