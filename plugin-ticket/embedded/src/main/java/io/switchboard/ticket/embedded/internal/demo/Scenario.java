package io.switchboard.ticket.embedded.internal.demo;

import io.switchboard.ticket.spi.Priority;
import io.switchboard.ticket.spi.TicketKind;

/**
 * A matter as it comes up again and again. {@code {order}}, {@code {product}} and {@code {amount}} stand for what differs.
 *
 * @param reply what the company writes to the customer
 * @param note what employees write for each other
 * @param answer what the customer writes back
 */
record Scenario(
        TicketKind kind,
        String department,
        Priority priority,
        String subject,
        String text,
        String reply,
        String note,
        String answer) {
    boolean urgent() {
        return priority == Priority.URGENT;
    }
}
