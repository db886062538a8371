package io.switchboard.it;

import io.switchboard.connector.testkit.FaultyProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A hub with a real Redmine and a real Tryton, each behind a primary and a backup that can fail; one for all classes that ask for it. */
final class FaultyHub implements AutoCloseable {
    /** Redmine's as the busiest of machines has it; it is what a test of slowness waits for. */
    private static final String SETTINGS = """
            timeout.millis = 4000
            attempts = 2
            retry.millis = 50
            breaker.failures = 1000
            breaker.rest.millis = 200
            """;

    final RealSystem redmine = RealSystem.named("redmine");
    final RealSystem tryton = RealSystem.named("tryton");
    final Wires toRedmine = new Wires(redmine.property("address"));
    final Wires toTryton = new Wires(tryton.property("address"));
    final HubProcess hub;
    final Caller chatbot;

    /** Two ways to one system. */
    static final class Wires implements AutoCloseable {
        final FaultyProxy primary;
        final FaultyProxy backup;

        Wires(String system) {
            primary = FaultyProxy.to(URI.create(system));
            backup = FaultyProxy.to(URI.create(system));
        }

        String endpoints() {
            return primary.address() + ", " + backup.address();
        }

        /** As if nothing had happened. */
        void mend() {
            primary.sound();
            backup.sound();
            primary.up();
            backup.up();
        }

        long asked(String part) {
            return primary.asked(part) + backup.asked(part);
        }

        @Override
        public void close() {
            primary.close();
            backup.close();
        }
    }

    private FaultyHub(Path home) throws IOException {
        SharedHub.configure(home.resolve("etc"));
        hub = HubProcess.start(home);
        chatbot = hub.chatbot();
        RealBackends.drop(hub, RealBackends.REDMINE);
        RealBackends.drop(hub, RealBackends.TRYTON);
        RealBackends.redmine(
                hub,
                "redmine",
                redmine,
                toRedmine.endpoints(),
                redmine.property("key"),
                SETTINGS + "settle.millis = 500\npoll.millis = 0\n");
        RealBackends.tryton(hub, "tryton", tryton, toTryton.endpoints(), "login", "password", SETTINGS);
        RealBackends.write(hub, "io.switchboard.ticket.cfg", "instance = redmine\n");
        RealBackends.write(hub, "io.switchboard.crm.cfg", "backend = tryton\n");
        Await.until(
                "customers come from Tryton",
                () -> hub.admin().get("/api/crm/v1/customers/C-1001").body().contains("王秀兰"));
        Await.until(
                "tickets are kept in Redmine",
                () -> chatbot.post(
                                "/api/ticket/v1/customers/C-1002/tickets",
                                "{\"kind\":\"OTHER\",\"subject\":\"first\",\"text\":\"first\"}")
                        .json()
                        .path("id")
                        .asText()
                        .startsWith("redmine~"));
    }

    @Override
    public void close() throws IOException {
        hub.close();
        toRedmine.close();
        toTryton.close();
        SharedHub.delete(hub.home());
    }

    /** Gives it to constructors of tests. */
    static final class Resolver implements ParameterResolver {
        private static final ExtensionContext.Namespace ALL = ExtensionContext.Namespace.create(FaultyHub.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == FaultyHub.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(ALL).getOrComputeIfAbsent("hub", key -> open(), FaultyHub.class);
        }

        private static FaultyHub open() {
            try {
                return new FaultyHub(Files.createTempDirectory("faulty-hub"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
