package io.switchboard.crm.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link CustomerBackend} has to do. A backend's test extends this and says how its system is prepared. */
public abstract class CustomerBackendSuite {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String NOBODY = "no-such-customer";

    private int acts;

    /** The backend; the same in all of one test. */
    protected abstract CustomerBackend backend();

    /** Makes a customer without tags, preferences, needs and entries, and gives the id. */
    protected abstract String addCustomer(String name, String phone, String email);

    /** Adds an entry to a customer's history. */
    protected abstract void addEntry(String customerId, EntryKind kind, Instant at, String subject);

    @Test
    void getsOneCustomer() {
        String id = addCustomer("李雷", "138 0000 2001", "Li.Lei@example.com");
        Customer customer = backend().get(id).orElseThrow();
        assertEquals(id, customer.id());
        assertEquals("李雷", customer.name());
        assertEquals(Optional.of("138 0000 2001"), customer.phone());
        assertEquals(List.of(), customer.tags());
        assertEquals(Optional.empty(), backend().get(NOBODY));
    }

    @Test
    void findsByPhoneAndEmailInAnySpelling() {
        String id = addCustomer("李雷", "138 0000 2001", "Li.Lei@example.com");
        addCustomer("韩梅梅", "13800002002", "han@example.com");
        PageRequest page = PageRequest.first(20);
        assertEquals(List.of(id), ids(backend().find(ContactPoint.phone("+86 138-0000-2001"), page)));
        assertEquals(List.of(id), ids(backend().find(ContactPoint.email("li.lei@EXAMPLE.com"), page)));
        assertEquals(List.of(), ids(backend().find(ContactPoint.phone("13800002"), page)));
        assertEquals(List.of(), ids(backend().find(ContactPoint.email("li.lei@example.co_"), page)));
    }

    @Test
    void pagesThroughThoseWhoShareANumber() {
        Set<String> family = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            family.add(addCustomer("家人" + i, "02012345678", "family" + i + "@example.com"));
        }
        List<String> found = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Customer> page = backend().find(ContactPoint.phone("02012345678"), PageRequest.of(cursor, 2));
            found.addAll(ids(page));
            cursor = page.next();
        } while (cursor.isPresent());
        assertEquals(5, found.size());
        assertEquals(family, new HashSet<>(found));
    }

    @Test
    void pagesThroughEntriesWhileNewOnesArrive() {
        String id = addCustomer("李雷", "13800002001", "lilei@example.com");
        for (int i = 0; i < 25; i++) {
            // Every time twice, so that time alone does not tell them apart.
            addEntry(id, EntryKind.CONTACT, NOON.plusSeconds(i / 2), "entry " + i);
        }
        List<Entry> read = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Entry> page = backend().entries(EntryQuery.of(id), PageRequest.of(cursor, 4));
            read.addAll(page.items());
            cursor = page.next();
            addEntry(id, EntryKind.CONTACT, NOON.plusSeconds(1000), "newer");
        } while (cursor.isPresent());
        assertEquals(25, read.size());
        assertEquals(25, read.stream().map(Entry::id).distinct().count());
        assertTrue(read.stream().allMatch(entry -> entry.customerId().equals(id)));
        for (int i = 1; i < read.size(); i++) {
            assertFalse(read.get(i).at().isAfter(read.get(i - 1).at()), "row " + i);
        }
    }

    @Test
    void selectsEntriesByKindTimeAndCustomer() {
        String id = addCustomer("李雷", "13800002001", "lilei@example.com");
        String other = addCustomer("韩梅梅", "13800002002", "han@example.com");
        addEntry(other, EntryKind.COMPLAINT, NOON, "somebody else's");
        addEntry(id, EntryKind.COMPLAINT, NOON.minusSeconds(1), "before");
        addEntry(id, EntryKind.COMPLAINT, NOON, "first");
        addEntry(id, EntryKind.CONTACT, NOON.plusSeconds(1), "contact");
        addEntry(id, EntryKind.COMPLAINT, NOON.plusSeconds(2), "second");
        addEntry(id, EntryKind.COMPLAINT, NOON.plusSeconds(3), "after");
        EntryQuery query = new EntryQuery(
                id, Optional.of(EntryKind.COMPLAINT), Optional.of(NOON), Optional.of(NOON.plusSeconds(3)));
        List<Entry> found = backend().entries(query, PageRequest.first(20)).items();
        assertEquals(
                List.of("second", "first"), found.stream().map(Entry::subject).toList());
        assertEquals(
                List.of(),
                backend().entries(EntryQuery.of(NOBODY), PageRequest.first(20)).items());
    }

    @Test
    void showsWhatWasObserved() {
        String id = addCustomer("李雷", "13800002001", "lilei@example.com");
        backend().record(observation(id, Topic.Kind.TAG, "老客户", Optional.of(""), "0.9"));
        backend().record(observation(id, Topic.Kind.PREFERENCE, "contact-time", Optional.of("上午"), "0.6"));
        backend().record(observation(id, Topic.Kind.PREFERENCE, "contact-time", Optional.of("晚上\t七点\n以后\\"), "0.8"));
        backend().record(observation(id, Topic.Kind.NEED, "phone", Optional.of("以旧换新"), "1"));
        Customer customer = backend().get(id).orElseThrow();
        assertEquals(List.of("老客户"), customer.tags());
        assertEquals(1, customer.preferences().size());
        assertEquals("晚上\t七点\n以后\\", customer.preferences().get(0).value());
        assertEquals(0, customer.preferences().get(0).confidence().compareTo(new BigDecimal("0.8")));
        assertEquals("phone", customer.needs().get(0).name());
    }

    @Test
    void aGuessDoesNotDisplaceWhatIsSurer() {
        String id = addCustomer("李雷", "13800002001", "lilei@example.com");
        assertTrue(backend()
                .record(observation(id, Topic.Kind.PREFERENCE, "delivery", Optional.of("送货上门"), "1"))
                .applied());
        assertFalse(backend()
                .record(observation(id, Topic.Kind.PREFERENCE, "delivery", Optional.of("快递柜"), "0.3"))
                .applied());
        assertEquals(
                "送货上门", backend().get(id).orElseThrow().preferences().get(0).value());
    }

    @Test
    void takesAwayWhatHoldsNoLonger() {
        String id = addCustomer("李雷", "13800002001", "lilei@example.com");
        assertFalse(backend()
                .record(observation(id, Topic.Kind.TAG, "母婴", Optional.empty(), "0.9"))
                .applied());
        backend().record(observation(id, Topic.Kind.TAG, "母婴", Optional.of(""), "0.9"));
        assertTrue(backend()
                .record(observation(id, Topic.Kind.TAG, "母婴", Optional.empty(), "0.9"))
                .applied());
        assertEquals(List.of(), backend().get(id).orElseThrow().tags());
    }

    @Test
    void oneActIsWrittenOnce() throws Exception {
        String id = addCustomer("李雷", "13800002001", "lilei@example.com");
        Observation observation = observation(id, Topic.Kind.NEED, "phone", Optional.of("以旧换新"), "0.85");
        List<Recorded> all = atOnce(8, number -> backend().record(observation));
        assertEquals(1, all.stream().distinct().count(), all::toString);
        assertEquals(Optional.of(all.get(0)), backend().findRecorded(id, observation.correlationId()));
        assertEquals(observation.correlationId(), all.get(0).observation().correlationId());
    }

    @Test
    void concurrentActsLoseNothing() throws Exception {
        String id = addCustomer("李雷", "13800002001", "lilei@example.com");
        List<Observation> observations = IntStream.range(0, 16)
                .mapToObj(i -> observation(id, Topic.Kind.TAG, "tag" + i, Optional.of(""), "1"))
                .toList();
        atOnce(16, number -> backend().record(observations.get(number)));
        assertEquals(16, backend().get(id).orElseThrow().tags().size());
    }

    @Test
    void aRepeatAfterALaterActChangesNothing() {
        String id = addCustomer("李雷", "13800002001", "lilei@example.com");
        Observation first = observation(id, Topic.Kind.PREFERENCE, "delivery", Optional.of("送货上门"), "0.9");
        Recorded recorded = backend().record(first);
        backend().record(observation(id, Topic.Kind.PREFERENCE, "delivery", Optional.of("快递柜"), "0.9"));
        assertEquals(recorded, backend().record(first));
        assertEquals("快递柜", backend().get(id).orElseThrow().preferences().get(0).value());
    }

    @Test
    void findsAnActOfTheRightCustomerOnly() {
        String id = addCustomer("李雷", "13800002001", "lilei@example.com");
        String other = addCustomer("韩梅梅", "13800002002", "han@example.com");
        Observation observation = observation(id, Topic.Kind.TAG, "老客户", Optional.of(""), "1");
        assertEquals(Optional.empty(), backend().findRecorded(id, observation.correlationId()));
        backend().record(observation);
        assertTrue(backend().findRecorded(id, observation.correlationId()).isPresent());
        assertEquals(Optional.empty(), backend().findRecorded(other, observation.correlationId()));
    }

    @Test
    void refusesToObserveNobody() {
        Observation observation = observation(NOBODY, Topic.Kind.TAG, "老客户", Optional.of(""), "1");
        ConnectorException failure =
                assertThrows(ConnectorException.class, () -> backend().record(observation));
        assertEquals(ErrorCode.CUSTOMER_NOT_FOUND, failure.code());
        assertEquals(Optional.empty(), backend().findRecorded(NOBODY, observation.correlationId()));
    }

    @Test
    void refusesAForeignCursor() {
        String id = addCustomer("李雷", "13800002001", "lilei@example.com");
        PageRequest page = PageRequest.of(Optional.of("?"), 20);
        ConnectorException failure =
                assertThrows(ConnectorException.class, () -> backend().entries(EntryQuery.of(id), page));
        assertEquals(ErrorCode.INVALID_ARGUMENTS, failure.code());
        assertEquals(List.of("cursor"), failure.members());
    }

    /** An observation of an act of its own. */
    protected final Observation observation(
            String customerId, Topic.Kind kind, String name, Optional<String> value, String confidence) {
        acts++;
        return new Observation(
                customerId,
                new Topic(kind, name),
                value,
                new Source(Source.Kind.CONVERSATION, Optional.of("conv-1")),
                new BigDecimal(confidence),
                "act" + acts + "x" + Long.toString(System.nanoTime(), Character.MAX_RADIX),
                NOON.plusNanos(123_456_789));
    }

    private static List<String> ids(Page<Customer> page) {
        return page.items().stream().map(Customer::id).toList();
    }

    private interface Act {
        Recorded run(int number) throws Exception;
    }

    private static List<Recorded> atOnce(int threads, Act act) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Recorded>> calls = IntStream.range(0, threads)
                    .<Callable<Recorded>>mapToObj(number -> () -> act.run(number))
                    .toList();
            List<Recorded> results = new ArrayList<>();
            for (Future<Recorded> future : pool.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
