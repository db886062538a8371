package io.switchboard.core.internal.event;

import io.switchboard.connector.Audience;
import io.switchboard.connector.Principal;
import io.switchboard.core.event.EventFeed;
import io.switchboard.core.security.Caller;
import java.util.List;

/** Who hears of an event. */
final class Hearing {
    private static final String ANY = "*";

    private Hearing() {}

    static boolean hears(Caller caller, EventRow event) {
        if (!caller.covers(event.scope())) {
            return false;
        }
        if (caller.boundCustomer().isPresent()) {
            return event.audience() == Audience.CUSTOMER && event.customer().equals(caller.boundCustomer());
        }
        return event.customer().isEmpty()
                || caller.principal().kind() == Principal.Kind.ASSIST
                || caller.covers(EventFeed.ALL);
    }

    /** Whether an event is of one of these types, by name or by its beginning; of no types are all. */
    static boolean isOf(List<String> types, EventRow event) {
        return types.isEmpty()
                || types.stream()
                        .anyMatch(each -> each.endsWith(ANY)
                                ? event.type().startsWith(each.substring(0, each.length() - ANY.length()))
                                : event.type().equals(each));
    }
}
