package io.switchboard.ecommerce.tryton.internal;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.http.HttpAnswer;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.http.HttpEndpoint;
import io.switchboard.connector.http.HttpQuestion;
import io.switchboard.ecommerce.tryton.internal.settings.SettingsReader;
import io.switchboard.tryton.Wire;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An instance over a plain socket, in place of the hub's client. */
final class TestInstance {
    private TestInstance() {}

    static Instance open(Wire wire, Clock clock, Map<String, String> more) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "endpoints", "http://127.0.0.1:1",
                "database", "shop",
                "login", "hub",
                ".login.password", "right"));
        properties.putAll(more);
        return Instance.open(new SettingsReader("tryton", properties).read(), new PlainBackend(wire), clock);
    }

    /** Whether on behalf of a call or not is the same to it. */
    private record PlainBackend(Wire wire) implements HttpBackend {
        @Override
        public String name() {
            return "tryton";
        }

        @Override
        public HttpAnswer send(HttpQuestion question, CallContext call) {
            return wire.send(question);
        }

        @Override
        public HttpAnswer send(HttpQuestion question, Duration atMost) {
            return wire.send(question);
        }

        @Override
        public List<HttpEndpoint> endpoints() {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
