package io.switchboard.ticket.redmine.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.http.HttpSettingsException;
import io.switchboard.ticket.spi.TicketStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {
    private static final Map<String, Object> LEAST =
            Map.of("endpoints", new String[] {"https://redmine.example.com"}, ".key", "abc", "project", "support");

    @Test
    void theLeastIsEnough() {
        RedmineSettings settings = new SettingsReader("redmine", LEAST).read();
        assertEquals("redmine", settings.instance());
        assertEquals("Support", settings.tracker());
        assertEquals("Customer ID", settings.fields().get(Keeping.CUSTOMER));
        assertEquals(List.of("Closed", "Rejected"), settings.statuses().get(TicketStatus.CLOSED));
        assertEquals(
                "X-Redmine-API-Key", settings.http().credentials().orElseThrow().header());
        assertFalse(settings.publicNotesForCustomers());
        assertFalse(settings.toString().contains("abc"));
    }

    @Test
    void listsAndTextAreRead() {
        RedmineSettings settings = new SettingsReader(
                        "redmine",
                        Map.of(
                                "endpoints",
                                "https://a.example.com, https://b.example.com",
                                ".key",
                                "abc",
                                "project",
                                "support",
                                "status.waiting",
                                new String[] {"Feedback", "Waiting for parts"},
                                "field.kind",
                                "",
                                "notes.public",
                                "customer"))
                .read();
        assertEquals(2, settings.http().endpoints().size());
        assertEquals(
                List.of("Feedback", "Waiting for parts"), settings.statuses().get(TicketStatus.WAITING));
        assertFalse(settings.fields().containsKey(Keeping.KIND));
    }

    @Test
    void allMistakesAreToldAtOnce() {
        HttpSettingsException e = assertThrows(
                HttpSettingsException.class,
                () -> new SettingsReader(
                                "Red Mine",
                                Map.of(
                                        "field.customer",
                                        "",
                                        "field.custmer",
                                        "x",
                                        "status.new",
                                        "Feedback",
                                        "notes.public",
                                        "all",
                                        "field.kind",
                                        "Department"))
                        .read());
        Set<String> keys = e.mistakes().stream().map(each -> each.key()).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                new TreeSet<>(Set.of(
                        "service.pid",
                        ".key",
                        "project",
                        "field.customer",
                        "field.custmer",
                        "field",
                        "status",
                        "notes.public")),
                keys);
    }
}
