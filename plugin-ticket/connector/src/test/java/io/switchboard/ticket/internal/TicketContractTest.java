package io.switchboard.ticket.internal;

import io.switchboard.connector.Connector;
import io.switchboard.connector.testkit.ConnectorContract;

class TicketContractTest extends ConnectorContract {
    @Override
    protected Connector connector() {
        Setup setup = new Setup();
        setup.ticket("C-1001");
        return setup.connector;
    }
}
