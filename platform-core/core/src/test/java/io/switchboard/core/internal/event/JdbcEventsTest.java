package io.switchboard.core.internal.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.DataClass;
import io.switchboard.connector.event.Event;
import io.switchboard.connector.event.EventMember;
import io.switchboard.connector.event.EventPublisher;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcEventsTest {
    private EventStore store;
    private JdbcEvents events;
    private EventPublisher publisher;
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");

    @BeforeEach
    void open() throws Exception {
        store = new EventStore();
        events = new JdbcEvents(store.source, () -> now);
        publisher = events.publisher("a.a");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Event.Builder event(String subject) {
        return Event.builder("shop.v1.order.paid", "shop.read").subject(subject);
    }

    private List<String> after(long place) throws SQLException {
        return events.after(place, Optional.empty(), 100).rows().stream()
                .map(each -> each.place() + " " + each.subject().orElseThrow())
                .toList();
    }

    @Test
    void anEventIsToldWithItsChangeAndNotWithout() throws Exception {
        try (Connection changing = store.begin()) {
            publisher.publish(changing, event("undone").build());
            changing.rollback();
        }
        try (Connection changing = store.begin()) {
            publisher.publish(changing, event("done").build());
            assertEquals(0, events.move(), "nobody hears of what is not committed");
            changing.commit();
        }
        assertEquals(1, events.move());
        assertEquals(List.of("1 done"), after(0));
    }

    @Test
    void withoutATransactionThereIsNone() throws Exception {
        try (Connection connection = store.source.getConnection()) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> publisher.publish(connection, event("x").build()));
        }
        assertEquals(0, events.move());
    }

    @Test
    void whoReadUpToAPlaceMissesNothingOfALongTransaction() throws Exception {
        try (Connection slow = store.begin()) {
            publisher.publish(slow, event("slow").build());
            publisher.publish(event("quick").build());
            assertEquals(1, events.move());
            assertEquals(List.of("1 quick"), after(0));
            slow.commit();
        }
        assertEquals(2, events.move());
        assertEquals(List.of("2 slow"), after(1));
    }

    @Test
    void whatIsToldAgainUnderItsKeyIsToldOnce() throws Exception {
        publisher.publish(event("first").key("journal~7").build());
        publisher.publish(event("again").key("journal~7").build());
        events.move();
        publisher.publish(event("once more").key("journal~7").build());
        publisher.publish(event("other").key("journal~8").build());
        events.publisher("b.b").publish(event("another's").key("journal~7").build());
        events.move();
        assertEquals(List.of("1 first", "2 other", "3 another's"), after(0));
    }

    @Test
    void whatItSaysComesBackAsItWas() throws Exception {
        Event event = event("x")
                .with("n", 3)
                .with("b", true)
                .with("t", "a\\n\nb\tc\u0000d\ud83d\ude00")
                .sensitive("phone", DataClass.PHONE, "13800001001")
                .untrusted("note", "")
                .build();
        publisher.publish(event);
        publisher.publish(event("y").with("half", "a\ud83d").build());
        events.move();
        List<EventRow> rows = events.after(0, Optional.empty(), 9).rows();
        assertEquals(event.data(), rows.get(0).data());
        assertEquals(
                List.of("a\ufffd"),
                rows.get(1).data().stream().map(EventMember::text).toList());
        assertEquals(now, rows.get(0).happened());
    }

    @Test
    void theOldAndTheTooManyAreForgotten() throws Exception {
        publisher.publish(event("old").build());
        events.move();
        now = now.plus(Duration.ofDays(8));
        for (int i = 0; i < 4; i++) {
            publisher.publish(event("new" + i).build());
        }
        events.move();
        events.purge(new JdbcEvents.Kept(Duration.ofDays(7), 100));
        assertEquals(List.of("2 new0", "3 new1", "4 new2", "5 new3"), after(0));
        assertEquals(1, events.after(0, Optional.empty(), 9).forgotten());
        events.purge(new JdbcEvents.Kept(Duration.ofDays(7), 2));
        assertEquals(List.of("4 new2", "5 new3"), after(0));
        assertEquals(5, events.move(), "places are never given again");
    }
}
