package io.switchboard.ticket.internal;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.ticket.spi.TicketBackend;
import java.util.Optional;

/** A backend under its name, which stands before every id and cursor that leaves the hub: {@code embedded~123}. */
record Instance(String name, TicketBackend backend) {
    private static final char MARK = '~';

    /** The same on behalf of a call, which is not kept longer. */
    Instance during(CallContext call) {
        return new Instance(name, backend.during(call));
    }

    /** What callers know an id or a cursor of this backend by. */
    String mark(String own) {
        return name + MARK + own;
    }

    /** The same page, with a cursor that leads back to this backend. */
    <R> Page<R> mark(Page<R> page) {
        return page.withNext(page.next().map(this::mark));
    }

    /** The same request, as the backend knows it. */
    static PageRequest unmark(PageRequest page) {
        return PageRequest.of(page.cursor().map(Instance::ownOf), page.limit());
    }

    /** The customer has no such ticket; the hub may find out later whether another has. */
    ConnectorException noTicket(String ownId) {
        return ConnectorException.of(ErrorCode.NOT_FOUND).ownedBy(() -> backend.ownerOf(ownId));
    }

    /** The name before an id or a cursor; empty where there is none. */
    static Optional<String> nameOf(String marked) {
        int mark = marked.indexOf(MARK);
        return mark < 0 ? Optional.empty() : Optional.of(marked.substring(0, mark));
    }

    private static String ownOf(String cursor) {
        if (nameOf(cursor).isEmpty()) {
            throw ConnectorException.of(ErrorCode.INVALID_ARGUMENTS).at("cursor");
        }
        return own(cursor);
    }

    /** What stands behind the name. */
    static String own(String marked) {
        return marked.substring(marked.indexOf(MARK) + 1);
    }
}
