package io.switchboard.connector.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.Audience;
import io.switchboard.connector.DataClass;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {
    private static Event.Builder event() {
        return Event.builder("loyalty.v1.points.changed", "loyalty.read");
    }

    @Test
    void saysWhomItIsAbout() {
        assertEquals(Audience.PUBLIC, event().build().audience());
        Event customers = event().about("C-1").build();
        assertEquals(Audience.CUSTOMER, customers.audience());
        assertEquals(Optional.of("C-1"), customers.customer());
        Event staffs = event().forStaffAbout("C-1").build();
        assertEquals(Audience.STAFF, staffs.audience());
        assertEquals(Optional.of("C-1"), staffs.customer());
        assertEquals(Optional.empty(), event().about("C-1").forStaff().build().customer());
    }

    @Test
    void keepsWhatItSaysInItsOrder() {
        Event event = event().with("points", 12)
                .with("at", Instant.EPOCH)
                .with("last", false)
                .sensitive("phone", DataClass.PHONE, "13800001001")
                .untrusted("note", "hello")
                .build();
        assertEquals(
                List.of("points", "at", "last", "phone", "note"),
                event.data().stream().map(EventMember::name).toList());
        assertEquals(EventMember.Kind.NUMBER, event.data().get(0).kind());
        assertEquals("1970-01-01T00:00:00Z", event.data().get(1).text());
        assertEquals(Optional.of(DataClass.PHONE), event.data().get(3).sensitive());
        assertFalse((event + event.data().toString()).contains("13800001001"), "a log shows nothing personal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ticket", "ticket.created", "ticket.v1", "ticket.v0.created", "Ticket.v1.created", "t.v1.a b"
            })
    void refusesATypeThatIsNone(String type) {
        assertThrows(IllegalArgumentException.class, () -> Event.builder(type, "ticket.read"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "ticket.*", "ticket"})
    void refusesAScopeThatIsNone(String scope) {
        assertThrows(IllegalArgumentException.class, () -> Event.builder("ticket.v1.created", scope));
    }

    @Test
    void refusesWhatWouldNotFit() {
        assertThrows(IllegalArgumentException.class, () -> event().key("x".repeat(201)));
        assertThrows(IllegalArgumentException.class, () -> event().about(""));
        assertThrows(IllegalArgumentException.class, () -> event().subject("a\u0000b"));
        assertThrows(IllegalArgumentException.class, () -> event().with("not a name", "x"));
        assertThrows(
                IllegalArgumentException.class,
                () -> event().with("a", 1).with("a", 2).build());
        assertThrows(
                IllegalArgumentException.class,
                () -> event().with("a", "x".repeat(20_001)).build());
    }
}
