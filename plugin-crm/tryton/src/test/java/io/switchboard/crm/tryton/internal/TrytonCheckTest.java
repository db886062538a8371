package io.switchboard.crm.tryton.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.check.CheckFinding;
import io.switchboard.connector.check.CheckFinding.Outcome;
import io.switchboard.tryton.fake.ManualClock;
import io.switchboard.tryton.fake.SocketWire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrytonCheckTest {
    private final ManualClock clock = new ManualClock();
    private FakeShop shop;
    private TestStore store;

    @BeforeEach
    void open() throws Exception {
        shop = new FakeShop();
        store = new TestStore();
    }

    @AfterEach
    void close() {
        shop.close();
        store.close();
    }

    private TrytonCheck check(Map<String, String> settings) {
        return new TrytonCheck(
                TestInstance.open(new SocketWire(shop.tryton.address()), store.source(), clock, settings));
    }

    private static List<CheckFinding> faults(TrytonCheck check, Outcome outcome) {
        return check.check(Duration.ofSeconds(5)).stream()
                .filter(each -> each.outcome() == outcome)
                .toList();
    }

    @Test
    void saysWhatIsRight() {
        assertEquals(6, faults(check(Map.of()), Outcome.RIGHT).size());
        assertEquals(
                5, faults(check(Map.of("complaints", "false")), Outcome.RIGHT).size());
    }

    @Test
    void namesTheGroupThatIsMissing() {
        shop.tryton.refuse("model.account.invoice.search_read");
        List<CheckFinding> faults = faults(check(Map.of()), Outcome.FAULT);
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).en().contains("into the group Account"), faults::toString);
        assertTrue(faults.get(0).zh().contains("Account"), faults::toString);
    }

    @Test
    void namesTheModuleThatIsMissing() {
        shop.tryton.models().remove("sale.complaint");
        List<CheckFinding> faults = faults(check(Map.of()), Outcome.FAULT);
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).en().contains("module sale_complaint"), faults::toString);
    }

    @Test
    void warnsWhereNewTagsCannotBeMade() {
        shop.tryton.models().remove("party.category");
        assertEquals(1, faults(check(Map.of()), Outcome.WARNING).size());
    }

    @Test
    void aRefusedLoginIsToldAndNotTriedAgain() {
        TrytonCheck check = check(Map.of(".login.password", "wrong"));
        for (int i = 0; i < 5; i++) {
            List<CheckFinding> faults = faults(check, Outcome.FAULT);
            assertEquals(1, faults.size());
            assertTrue(faults.get(0).en().contains("2026-03-01T12:10:00Z"), faults::toString);
        }
        assertEquals(List.of("common.db.login"), shop.tryton.methods());
    }
}
