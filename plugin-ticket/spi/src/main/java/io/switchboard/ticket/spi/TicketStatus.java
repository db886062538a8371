package io.switchboard.ticket.spi;

import io.switchboard.connector.Describe;
import io.switchboard.connector.SchemaName;

/** Where a ticket stands. A backend maps its own states to these. */
@SchemaName("TicketStatus")
public enum TicketStatus {
    /** Nobody has taken it up yet. */
    @Describe(en = "Nobody has taken it up yet.", zh = "新建，尚未受理。")
    NEW,
    /** Somebody works on it. */
    @Describe(en = "Somebody works on it.", zh = "处理中。")
    IN_PROGRESS,
    /** It waits for an answer of the customer. */
    @Describe(en = "It waits for an answer of the customer.", zh = "等待客户回复。")
    WAITING,
    /** It is solved, as the company sees it; the customer may say otherwise. */
    @Describe(en = "It is solved, as the company sees it; the customer may say otherwise.", zh = "已解决，客户可提出异议。")
    RESOLVED,
    /** It is over. */
    @Describe(en = "It is over.", zh = "已关闭。")
    CLOSED;

    /** Whether there is nothing left to do on it. */
    public boolean finished() {
        return this == RESOLVED || this == CLOSED;
    }
}
