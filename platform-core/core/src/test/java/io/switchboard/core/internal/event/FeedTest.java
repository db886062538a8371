package io.switchboard.core.internal.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.DataClass;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Principal.Kind;
import io.switchboard.connector.event.Event;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.event.EventBatch;
import io.switchboard.core.event.EventReading;
import io.switchboard.core.event.EventRequest;
import io.switchboard.core.event.HeardEvent;
import io.switchboard.core.value.JsonOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedTest {
    private static final EventRequest ALL = new EventRequest(Optional.empty(), false, List.of());

    private EventStore store;
    private Feed feed;

    @BeforeEach
    void open() throws Exception {
        store = new EventStore();
        feed = new Feed(FakeAccess.GUARDS, Optional::empty, EventStore.seal(), InstantSource.system());
        feed.keepIn(store.source);
    }

    @AfterEach
    void close() {
        feed.close();
        store.close();
    }

    private void tell(Event.Builder... events) throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        Runnable end = feed.onNews(told::countDown);
        for (Event.Builder each : events) {
            feed.publisher("a.a").publish(each.build());
        }
        assertTrue(told.await(10, TimeUnit.SECONDS), "it is said that there are events");
        feed.ask(JdbcEvents::move);
        end.run();
    }

    private static Event.Builder event(String type) {
        return Event.builder(type, "shop.read");
    }

    private static List<String> types(List<HeardEvent> events) {
        return events.stream()
                .map(FeedTest::json)
                .map(each -> each.replaceAll(".*\"type\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    private static String json(HeardEvent event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput out = new JsonOutput(bytes)) {
            event.write(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private List<String> heardBy(FakeAccess access) throws CallFailure {
        return types(feed.open(access, ALL).next(100).events());
    }

    @Test
    void eachHearsWhatItMay() throws Exception {
        tell(
                event("shop.v1.mine").about("C-1"),
                event("shop.v1.others").about("C-2"),
                event("shop.v1.internal").forStaffAbout("C-1"),
                event("shop.v1.staff").forStaff(),
                event("shop.v1.stock"),
                Event.builder("crm.v1.changed", "crm.read").about("C-1"));
        assertEquals(List.of("shop.v1.mine"), heardBy(FakeAccess.bound("C-1", "shop.read")));
        assertEquals(List.of(), heardBy(FakeAccess.bound("C-3", "shop.read")));
        assertEquals(List.of("shop.v1.staff", "shop.v1.stock"), heardBy(FakeAccess.of(Kind.AUTONOMOUS, "shop.read")));
        List<String> all =
                List.of("shop.v1.mine", "shop.v1.others", "shop.v1.internal", "shop.v1.staff", "shop.v1.stock");
        assertEquals(all, heardBy(FakeAccess.of(Kind.ASSIST, "shop.*")));
        assertEquals(all, heardBy(FakeAccess.of(Kind.AUTONOMOUS, "shop.read", "events.all")));
        assertEquals(List.of(), heardBy(FakeAccess.of(Kind.ASSIST, "events.read")));
    }

    @Test
    void itIsACloudEventMaskedForWhoReads() throws Exception {
        tell(event("shop.v1.order.paid")
                .about("C-1")
                .subject("o-7")
                .at(java.time.Instant.EPOCH)
                .with("items", 2)
                .sensitive("phone", DataClass.PHONE, "13800001001")
                .sensitive("card", DataClass.BANK_CARD, "6222020200001234567")
                .untrusted("note", "call 13800001001\u202e"));
        String json = json(feed.open(FakeAccess.of(Kind.ASSIST, "shop.read"), ALL)
                .next(9)
                .events()
                .get(0));
        assertTrue(json.startsWith("{\"specversion\":\"1.0\",\"id\":\""), json);
        assertTrue(
                json.endsWith(
                        "\"source\":\"/api/shop/v1\",\"type\":\"shop.v1.order.paid\",\"subject\":\"o-7\","
                                + "\"time\":\"1970-01-01T00:00:00Z\",\"datacontenttype\":\"application/json\","
                                + "\"customer\":\"C-1\",\"data\":{\"items\":2,\"phone\":\"***1001\",\"note\":\"call ***1001\"}}"),
                json);
    }

    @Test
    void readingGoesOnWhereItEndedAlsoPastWhatIsNotHeard() throws Exception {
        tell(event("shop.v1.a"), event("crm.v1.b").about("C-1"), event("shop.v1.c"), event("shop.v1.d"));
        FakeAccess access = FakeAccess.of(Kind.AUTONOMOUS, "shop.read");
        EventReading reading = feed.open(access, ALL);
        EventBatch first = reading.next(2);
        assertEquals(List.of("shop.v1.a", "shop.v1.c"), types(first.events()));
        assertTrue(first.more());
        EventBatch second = feed.open(access, new EventRequest(Optional.of(first.cursor()), false, List.of()))
                .next(2);
        assertEquals(List.of("shop.v1.d"), types(second.events()));
        assertFalse(second.more() || second.missed());
        EventBatch one = feed.open(
                        access,
                        new EventRequest(
                                Optional.of(first.events().get(0).cursor()), false, List.of("shop.v1.c", "crm.*")))
                .next(9);
        assertEquals(List.of("shop.v1.c"), types(one.events()));
        assertEquals(
                List.of(),
                feed.open(access, new EventRequest(Optional.empty(), true, List.of()))
                        .next(9)
                        .events());
    }

    @Test
    void aCursorOfAnotherCallerIsNone() throws Exception {
        tell(event("shop.v1.a").about("C-1"));
        String cursor =
                feed.open(FakeAccess.bound("C-1", "shop.read"), ALL).next(1).cursor();
        CallFailure failure = assertThrows(
                CallFailure.class,
                () -> feed.open(
                        FakeAccess.bound("C-2", "shop.read"), new EventRequest(Optional.of(cursor), false, List.of())));
        assertEquals(ErrorCode.INVALID_ARGUMENTS, failure.code());
        assertEquals("after", failure.faults().get(0).path());
    }

    @Test
    void whoMayNoLongerHearsNothingMore() throws Exception {
        tell(event("shop.v1.a"));
        FakeAccess access = FakeAccess.of(Kind.ASSIST, "shop.read");
        EventReading reading = feed.open(access, ALL);
        access.end();
        assertEquals(
                ErrorCode.UNAUTHENTICATED,
                assertThrows(CallFailure.class, () -> reading.next(1)).code());
    }

    @Test
    void aGapIsToldAndAStoreThatIsAwayToo() throws Exception {
        FakeAccess access = FakeAccess.of(Kind.ASSIST, "shop.read");
        tell(event("shop.v1.a"), event("shop.v1.b"));
        String begin = feed.open(access, ALL).next(1).cursor();
        tell(event("shop.v1.c"), event("shop.v1.d"));
        feed.purge(Duration.ofDays(1), 1);
        EventBatch batch = feed.open(access, new EventRequest(Optional.of(begin), false, List.of()))
                .next(9);
        assertTrue(batch.missed());
        assertEquals(List.of("shop.v1.d"), types(batch.events()));
        assertFalse(feed.open(access, ALL).next(9).missed(), "who begins has missed nothing");
        feed.keepIn(null);
        assertEquals(
                ErrorCode.BUSY,
                assertThrows(CallFailure.class, () -> feed.open(access, ALL).next(9))
                        .code());
    }
}
