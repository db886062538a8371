package io.switchboard.crm.embedded.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.PageRequest;
import io.switchboard.crm.spi.ContactPoint;
import io.switchboard.crm.spi.Customer;
import io.switchboard.crm.spi.Entry;
import io.switchboard.crm.spi.EntryQuery;
import io.switchboard.crm.spi.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final PageRequest ALL = PageRequest.first(200);

    @Test
    void fillsAnEmptyStoreOnce() throws Exception {
        try (TestStore store = TestStore.inMemory()) {
            Demo demo = new Demo(store.source(), Clock.fixed(NOW, ZoneOffset.UTC));
            demo.fill();
            demo.fill();
            assertEquals(Demo.CUSTOMERS, store.count("customer"));
            long entries = store.count("entry");
            assertTrue(entries > Demo.CUSTOMERS, "entries " + entries);
            EmbeddedCustomers backend = new EmbeddedCustomers(store.source());
            Customer showcase = backend.get("C-1001").orElseThrow();
            assertEquals(Level.GOLD, showcase.level());
            assertEquals(
                    List.of("C-1001"),
                    backend.find(ContactPoint.phone("+86 13800001001"), ALL).items().stream()
                            .map(Customer::id)
                            .toList());
            List<Entry> year = backend.entries(EntryQuery.of("C-1001"), ALL).items();
            assertEquals(8, year.size());
            assertTrue(year.get(7).at().isAfter(NOW.minus(Duration.ofDays(366))));
        }
    }

    @Test
    void inventsTheSameEachTimeAndNoPhoneTwice() {
        Set<ContactPoint> phones = new HashSet<>();
        Set<Level> levels = new HashSet<>();
        for (int number = 2; number <= Demo.CUSTOMERS; number++) {
            Customer customer = new DemoCustomer(number, NOW).customer();
            assertEquals(customer, new DemoCustomer(number, NOW).customer());
            assertTrue(phones.add(ContactPoint.phone(customer.phone().orElseThrow())), customer.id());
            assertTrue(customer.email().orElseThrow().endsWith("@example.com"));
            assertFalse(customer.name().isBlank());
            levels.add(customer.level());
        }
        assertEquals(Set.of(Level.values()), levels);
    }
}
