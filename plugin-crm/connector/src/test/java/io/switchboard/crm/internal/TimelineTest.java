package io.switchboard.crm.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.crm.spi.CustomerBackend;
import io.switchboard.crm.spi.EntryKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TimelineQuery ALL =
            new TimelineQuery("C-1", Optional.empty(), Optional.empty(), Optional.empty());

    private final FakeCustomers crm = new FakeCustomers();
    private final FakeTickets tickets = new FakeTickets();

    @Test
    void losesNothingAndGivesNothingTwiceHoweverTheTwoMix() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            crm.entries.clear();
            tickets.tickets.clear();
            int rows = random.nextInt(40);
            for (int i = 0; i < rows; i++) {
                add(random, random.nextInt(12));
            }
            Set<String> there = new HashSet<>();
            crm.entries.forEach(entry -> there.add("embedded~" + entry.id()));
            tickets.tickets.forEach(ticket -> there.add(ticket.entryId()));
            List<TimelineItem> read = readAll(1 + random.nextInt(7), () -> {
                // What comes in on top while somebody reads.
                for (int i = random.nextInt(9); i > 0; i--) {
                    add(random, 100);
                }
            });
            List<String> ids = read.stream().map(TimelineItem::entryId).toList();
            assertEquals(ids.size(), new HashSet<>(ids).size(), "seed " + seed + " " + ids);
            assertTrue(new HashSet<>(ids).containsAll(there), "seed " + seed);
            for (int i = 1; i < read.size(); i++) {
                assertFalse(read.get(i).at().isAfter(read.get(i - 1).at()), "seed " + seed);
            }
        }
    }

    @Test
    void goesOnWhereTheLastRowWasDeleted() {
        for (int i = 0; i < 9; i++) {
            crm.addEntry("C-1", EntryKind.CONTACT, NOON.minusSeconds(i), "entry " + i);
        }
        Page<TimelineItem> first = read(PageRequest.first(3));
        crm.entries.remove(2);
        List<String> rest = read(PageRequest.of(first.next(), 20)).items().stream()
                .map(TimelineItem::subject)
                .toList();
        assertEquals(List.of("entry 3", "entry 4", "entry 5", "entry 6", "entry 7", "entry 8"), rest);
    }

    @Test
    void missesASourceThatLeftInTheMiddle() {
        for (int i = 0; i < 9; i++) {
            tickets.add("C-1", NOON.minusSeconds(i), "ticket " + i);
        }
        PageRequest second = PageRequest.of(read(PageRequest.first(3)).next(), 3);
        TimelineSources left = new TimelineSources(backends(), null, FakeCall.of("act1"));
        ConnectorException failure =
                assertThrows(ConnectorException.class, () -> Timeline.read(ALL, second, List.of(), left::source));
        assertEquals(ErrorCode.NOT_READY, failure.code());
    }

    @Test
    void aCursorHoldsAnyText() {
        List<LanePosition> positions = List.of(
                new LanePosition("c:embedded", Optional.of("3:a:\n|"), "embedded~17", 1_772_366_400_000L),
                LanePosition.at("t:redmine", Optional.empty()),
                LanePosition.at("t:other", Optional.of("")));
        assertEquals(positions, TimelineCursor.read(TimelineCursor.write(positions)));
    }

    @Test
    void aCursorFitsItsBounds() {
        String longest = "x".repeat(150);
        List<LanePosition> positions = List.of(
                new LanePosition("c:" + "i".repeat(20), Optional.of(longest), "i".repeat(20) + "~1234567890", 1L << 41),
                new LanePosition(
                        "t:" + "i".repeat(20), Optional.of(longest), "i".repeat(20) + "~1234567890", 1L << 41));
        assertTrue(TimelineCursor.write(positions).length() <= 500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "5:ab", "1:a1:b", "-1:", "1:c1:-0:1:?", "99999999999:x"})
    void refusesAForeignCursor(String cursor) {
        ConnectorException failure = assertThrows(ConnectorException.class, () -> TimelineCursor.read(cursor));
        assertEquals(ErrorCode.INVALID_ARGUMENTS, failure.code());
        assertEquals(List.of("cursor"), failure.members());
    }

    private void add(Random random, int second) {
        if (random.nextInt(3) == 0) {
            tickets.add("C-1", NOON.plusSeconds(second), "ticket");
        } else {
            crm.addEntry("C-1", EntryKind.CONTACT, NOON.plusSeconds(second), "entry");
        }
    }

    private List<TimelineItem> readAll(int limit, Runnable meanwhile) {
        List<TimelineItem> read = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<TimelineItem> page = read(PageRequest.of(cursor, limit));
            assertTrue(page.items().size() <= limit);
            read.addAll(page.items());
            cursor = page.next();
            meanwhile.run();
        } while (cursor.isPresent());
        return read;
    }

    private Page<TimelineItem> read(PageRequest page) {
        return Timeline.read(
                ALL,
                page,
                List.of("c:embedded", "t:embedded"),
                new TimelineSources(backends(), tickets, FakeCall.of("act1"))::source);
    }

    private Backends<CustomerBackend> backends() {
        Backends<CustomerBackend> backends = new Backends<>();
        backends.add(crm, Map.of("backend.instance", "embedded"));
        return backends;
    }
}
