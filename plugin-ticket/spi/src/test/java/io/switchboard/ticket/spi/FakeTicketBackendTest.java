package io.switchboard.ticket.spi;

import java.time.Clock;

/** The fake keeps the contract, or tests that use it would prove nothing. */
class FakeTicketBackendTest extends TicketBackendContract {
    private final TicketBackend backend = new FakeTicketBackend(Clock.systemUTC());

    @Override
    protected TicketBackend backend() {
        return backend;
    }
}
