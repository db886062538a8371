package io.switchboard.ticket.internal.dispatch;

import io.switchboard.crm.spi.Level;
import io.switchboard.ticket.spi.TicketKind;
import java.util.Optional;

/**
 * What the rules look at.
 *
 * @param kind what it is about
 * @param text all that the customer wrote, as {@link Words#plain} has it
 * @param level how the company ranks the customer; empty where nobody knows
 */
public record Incident(TicketKind kind, String text, Optional<Level> level) {
    /** An incident of texts as they were written. */
    public static Incident of(TicketKind kind, Optional<Level> level, String... texts) {
        return new Incident(kind, Words.plain(String.join("\n", texts)), level);
    }
}
