package com.example.lockers;

import io.switchboard.connector.Connector;
import io.switchboard.connector.Secret;
import io.switchboard.connector.testkit.ConnectorContract;
import java.time.LocalDate;
import java.util.Optional;

/** What every connector should pass. */
class LockersContractTest extends ConnectorContract {
    @Override
    protected Connector connector() {
        return new Lockers(new MemoryNetwork(LocalDate.parse("2026-03-01")), Secret.of("a key of the tests"), 3);
    }

    @Override
    protected Optional<String> arguments(String operation) {
        return Optional.of(switch (operation) {
            case "parcel.list" -> "{'customerId': 'C-1001'}";
            case "parcel.redirect" -> "{'customerId': 'C-1001', 'parcelId': 'P-1', 'site': 'SH-1'}";
            case "site.find" -> "{'city': 'Shanghai'}";
            case "fault.report" -> "{'site': 'SH-1', 'text': 'The door is stuck.'}";
            case "compartment.open" -> "{'site': 'SH-1', 'compartment': 12}";
            default -> "{'customerId': 'C-1001', 'parcelId': 'P-1'}";
        });
    }
}
