package io.switchboard.ticket.embedded.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.sql.Transactions;
import io.switchboard.ticket.spi.Act;
import io.switchboard.ticket.spi.StatusChange;
import io.switchboard.ticket.spi.Ticket;
import io.switchboard.ticket.spi.TicketBackend;
import io.switchboard.ticket.spi.TicketBackendContract;
import io.switchboard.ticket.spi.TicketStatus;
import io.switchboard.ticket.spi.Visibility;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlTicketBackendTest extends TicketBackendContract {
    private TestStore store;
    private TicketBackend backend;

    @BeforeEach
    void open() throws SQLException, IOException {
        store = new TestStore();
        backend = new SqlTicketBackend(new Transactions(store.source()), new ToldEvents(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected TicketBackend backend() {
        return backend;
    }

    @Test
    void whoseATicketIsIsKnown() {
        String id = backend.create(plain("mine"), act()).id();
        assertEquals(Optional.of(customer()), backend.ownerOf(id));
    }

    @Test
    void interruptedWriteLeavesNothing() {
        Act act = act();
        Thread.currentThread().interrupt();
        ConnectorException e;
        try {
            e = assertThrows(ConnectorException.class, () -> backend.create(plain("late"), act));
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertEquals(ErrorCode.BUSY, e.code());
        assertTrue(backend.findCreated(customer(), act.correlationId()).isEmpty());
        backend.create(plain("late"), act);
        assertTrue(backend.findCreated(customer(), act.correlationId()).isPresent());
    }

    @Test
    void whatChangesIsToldOnceAndWithTheChange() throws SQLException {
        Act act = act();
        Ticket ticket = backend.create(plain("told"), act);
        backend.create(plain("told"), act);
        String id = " " + customer() + " embedded~" + ticket.id() + " " + ticket.kind();
        StatusChange start = new StatusChange(TicketStatus.NEW, TicketStatus.IN_PROGRESS, Optional.empty());
        backend.changeStatus(customer(), ticket.id(), start, act());
        assertThrows(
                ConnectorException.class, () -> backend.changeStatus(customer(), ticket.id(), start, act()), "stale");
        backend.comment(customer(), ticket.id(), Visibility.CUSTOMER, "hello", act());
        backend.comment(customer(), ticket.id(), Visibility.INTERNAL, "hm", act());
        assertEquals(
                List.of(
                        "ticket.v1.ticket.created CUSTOMER" + id + " NEW " + ticket.priority(),
                        "ticket.v1.status.changed CUSTOMER" + id + " NEW IN_PROGRESS false",
                        "ticket.v1.comment.added CUSTOMER" + id + " CUSTOMER IN_PROGRESS",
                        "ticket.v1.comment.added STAFF" + id + " INTERNAL IN_PROGRESS"),
                ToldEvents.in(store.source()));
    }

    @Test
    void failureHalfWayLeavesNothing() throws SQLException {
        Ticket ticket = backend.create(plain("half"), act());
        try (Connection connection = store.source().getConnection()) {
            connection.createStatement().execute("alter table ticket_history rename to gone");
        }
        StatusChange close = new StatusChange(TicketStatus.NEW, TicketStatus.CLOSED, Optional.empty());
        ConnectorException e = assertThrows(
                ConnectorException.class, () -> backend.changeStatus(customer(), ticket.id(), close, act()));
        assertEquals(ErrorCode.BACKEND_FAILED, e.code());
        assertEquals(ticket, backend.get(customer(), ticket.id()).orElseThrow());
    }

    @Test
    void lockedRowIsBusy() throws SQLException {
        Ticket ticket = backend.create(plain("locked"), act());
        try (Connection connection = store.source().getConnection()) {
            connection.setAutoCommit(false);
            TicketTable.lock(connection, customer(), Long.parseLong(ticket.id()));
            StatusChange close = new StatusChange(TicketStatus.NEW, TicketStatus.CLOSED, Optional.empty());
            ConnectorException e = assertThrows(
                    ConnectorException.class, () -> backend.changeStatus(customer(), ticket.id(), close, act()));
            assertEquals(ErrorCode.BUSY, e.code());
            connection.rollback();
        }
    }

    @Test
    void closedStoreCannotBeReached() {
        store.close();
        ConnectorException e = assertThrows(ConnectorException.class, () -> backend.get(customer(), "1"));
        assertEquals(ErrorCode.BACKEND_UNREACHABLE, e.code());
    }
}
