package io.switchboard.ticket.redmine.internal;

import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.testkit.ClientBackends;
import io.switchboard.poll.Bell;
import io.switchboard.ticket.redmine.internal.settings.RedmineSettings;
import io.switchboard.ticket.redmine.internal.settings.SettingsReader;
import io.switchboard.ticket.spi.TicketBackend;
import io.switchboard.ticket.spi.TicketBackendContract;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The suite of all ticket backends, on the Redmine that {@code distribution/it/real/run} has started. */
class RedmineContractRealIT extends TicketBackendContract {
    private static ClientBackends clients;
    private static RedmineTickets tickets;

    @BeforeAll
    static void open() throws IOException {
        Properties real = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Path.of(System.getProperty("real.state"), "redmine/system.properties"))) {
            real.load(reader);
        }
        RedmineSettings settings = new SettingsReader(
                        "redmine",
                        Map.of(
                                "endpoints", real.getProperty("address"),
                                ".key", real.getProperty("key"),
                                "project", real.getProperty("project"),
                                "timeout.millis", "30000"))
                .read();
        clients = new ClientBackends();
        HttpBackend http = clients.open(settings.http());
        tickets = new RedmineTickets(
                settings, http, new References(settings, InstantSource.system()), InstantSource.system(), new Bell());
    }

    @AfterAll
    static void close() {
        clients.close();
    }

    @Override
    protected TicketBackend backend() {
        return tickets;
    }
}
