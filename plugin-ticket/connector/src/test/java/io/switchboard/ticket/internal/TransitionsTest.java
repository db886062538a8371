package io.switchboard.ticket.internal;

import static io.switchboard.ticket.spi.TicketStatus.CLOSED;
import static io.switchboard.ticket.spi.TicketStatus.IN_PROGRESS;
import static io.switchboard.ticket.spi.TicketStatus.NEW;
import static io.switchboard.ticket.spi.TicketStatus.RESOLVED;
import static io.switchboard.ticket.spi.TicketStatus.WAITING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Fails;
import io.switchboard.ticket.internal.Inputs.ChangeStatus;
import io.switchboard.ticket.spi.TicketStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransitionsTest {
    private static Set<TicketStatus> allowed(TicketStatus from) {
        return switch (from) {
            case NEW -> EnumSet.of(IN_PROGRESS, WAITING, RESOLVED, CLOSED);
            case IN_PROGRESS -> EnumSet.of(WAITING, RESOLVED, CLOSED);
            case WAITING -> EnumSet.of(IN_PROGRESS, RESOLVED, CLOSED);
            case RESOLVED -> EnumSet.of(IN_PROGRESS, CLOSED);
            case CLOSED -> EnumSet.of(IN_PROGRESS);
        };
    }

    @Test
    void eachStepOfTheTableIsTakenAndEachOtherRefused() throws ReflectiveOperationException {
        Setup setup = new Setup();
        for (TicketStatus from : TicketStatus.values()) {
            for (TicketStatus to : TicketStatus.values()) {
                String id = setup.ticket("C-1");
                if (from != NEW) {
                    change(setup, id, from);
                }
                String step = from + " -> " + to;
                if (allowed(from).contains(to)) {
                    assertEquals(to, change(setup, id, to), step);
                } else {
                    ConnectorException e = assertThrows(ConnectorException.class, () -> change(setup, id, to), step);
                    assertEquals(ErrorCode.CONFLICT, e.code(), step);
                    assertNamesWhatIsAllowed(from, e.reason());
                    assertEquals(from, setup.status("C-1", id), step);
                }
            }
        }
    }

    private static TicketStatus change(Setup setup, String id, TicketStatus to) {
        ChangeStatus input = new ChangeStatus("C-1", id, to, Optional.empty(), Optional.empty());
        return setup.connector.changeStatus(input, FakeCall.one()).status();
    }

    private static void assertNamesWhatIsAllowed(TicketStatus from, String reason) throws ReflectiveOperationException {
        Fails declared = Arrays.stream(TicketConnector.class
                        .getDeclaredMethod("changeStatus", ChangeStatus.class, CallContext.class)
                        .getAnnotationsByType(Fails.class))
                .filter(fails -> fails.reason().equals(reason))
                .findFirst()
                .orElseThrow();
        for (TicketStatus each : TicketStatus.values()) {
            boolean named = allowed(from).contains(each) || each == from;
            assertEquals(named, declared.en().contains(each.name()), reason + " " + each);
            assertEquals(named, declared.zh().contains(each.name()), reason + " " + each);
        }
    }
}
