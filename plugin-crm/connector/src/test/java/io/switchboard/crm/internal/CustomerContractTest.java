package io.switchboard.crm.internal;

import io.switchboard.connector.Connector;
import io.switchboard.connector.testkit.ConnectorContract;
import io.switchboard.crm.spi.Customer;
import io.switchboard.crm.spi.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

class CustomerContractTest extends ConnectorContract {
    @Override
    protected Connector connector() {
        FakeCustomers crm = new FakeCustomers();
        crm.add(Customer.builder("C-1001", "李雷", LocalDate.of(2020, 1, 2))
                .level(Level.GOLD)
                .phone(Optional.of("13800001001"))
                .email(Optional.of("lilei@example.com"))
                .build());
        CustomerConnector connector = new CustomerConnector(
                new Settings("embedded", "embedded", ZoneOffset.UTC),
                Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));
        connector.addBackend(crm, Map.of("backend.instance", "embedded", "service.id", 7L));
        return connector;
    }
}
