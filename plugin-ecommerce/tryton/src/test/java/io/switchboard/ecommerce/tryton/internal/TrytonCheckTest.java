package io.switchboard.ecommerce.tryton.internal;

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
    private FakeShop shop;

    @BeforeEach
    void open() throws Exception {
        shop = new FakeShop();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private List<CheckFinding> faults(Map<String, String> settings) {
        TrytonCheck check =
                new TrytonCheck(TestInstance.open(new SocketWire(shop.tryton.address()), new ManualClock(), settings));
        List<CheckFinding> findings = check.check(Duration.ofSeconds(5));
        assertEquals(findings, check.check(Duration.ofSeconds(5)));
        return findings.stream().filter(each -> each.outcome() == Outcome.FAULT).toList();
    }

    @Test
    void namesTheGroupThatIsMissing() {
        shop.models.model("sale.sale").model("stock.shipment.out").model("account.invoice");
        shop.tryton.refuse("model.stock.shipment.out.search_read");
        List<CheckFinding> faults = faults(Map.of());
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).en().contains("into the group Stock"), faults::toString);
        assertTrue(faults.get(0).zh().contains("发货单"), faults::toString);
    }

    @Test
    void namesTheModuleThatIsMissing() {
        List<CheckFinding> faults = faults(Map.of());
        assertTrue(faults.get(0).en().contains("activate the module sale"), faults::toString);
    }

    @Test
    void saysWhatCannotBeMade() {
        shop.models.model("sale.sale").model("stock.shipment.out").model("account.invoice");
        shop.models.remove("ir.note");
        List<CheckFinding> faults = faults(Map.of());
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).en().contains("It may not make ir.note"), faults::toString);
    }

    @Test
    void aRefusedLoginIsToldAndNotTriedAgain() {
        List<CheckFinding> faults = faults(Map.of(".login.password", "wrong"));
        assertTrue(faults.get(0).en().contains("refused the login"), faults::toString);
        assertEquals(1, shop.tryton.methods().size());
    }
}
