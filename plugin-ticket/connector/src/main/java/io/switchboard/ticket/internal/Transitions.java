package io.switchboard.ticket.internal;

import static io.switchboard.ticket.spi.TicketStatus.CLOSED;
import static io.switchboard.ticket.spi.TicketStatus.IN_PROGRESS;
import static io.switchboard.ticket.spi.TicketStatus.RESOLVED;
import static io.switchboard.ticket.spi.TicketStatus.WAITING;

import io.switchboard.ticket.spi.TicketStatus;
import java.util.List;

/** Which states may follow which, and what is said where one may not. The wordings name what may; a test keeps them to it. */
final class Transitions {
    static final String FROM_NEW = "from-new";
    static final String FROM_NEW_EN = "The ticket is NEW; it can go to IN_PROGRESS, WAITING, RESOLVED or CLOSED.";
    static final String FROM_NEW_ZH = "工单为新建（NEW），可转为 IN_PROGRESS、WAITING、RESOLVED 或 CLOSED。";

    static final String FROM_IN_PROGRESS = "from-in-progress";
    static final String FROM_IN_PROGRESS_EN = "The ticket is IN_PROGRESS; it can go to WAITING, RESOLVED or CLOSED.";
    static final String FROM_IN_PROGRESS_ZH = "工单处理中（IN_PROGRESS），可转为 WAITING、RESOLVED 或 CLOSED。";

    static final String FROM_WAITING = "from-waiting";
    static final String FROM_WAITING_EN = "The ticket is WAITING; it can go to IN_PROGRESS, RESOLVED or CLOSED.";
    static final String FROM_WAITING_ZH = "工单等待客户回复（WAITING），可转为 IN_PROGRESS、RESOLVED 或 CLOSED。";

    static final String FROM_RESOLVED = "from-resolved";
    static final String FROM_RESOLVED_EN = "The ticket is RESOLVED; it can be reopened (IN_PROGRESS) or go to CLOSED.";
    static final String FROM_RESOLVED_ZH = "工单已解决（RESOLVED），可重新打开（IN_PROGRESS）或转为 CLOSED。";

    static final String FROM_CLOSED = "from-closed";
    static final String FROM_CLOSED_EN = "The ticket is CLOSED; it can only be reopened (IN_PROGRESS).";
    static final String FROM_CLOSED_ZH = "工单已关闭（CLOSED），只能重新打开（IN_PROGRESS）。";

    private Transitions() {}

    /** The states that may follow. */
    static List<TicketStatus> from(TicketStatus status) {
        return switch (status) {
            case NEW -> List.of(IN_PROGRESS, WAITING, RESOLVED, CLOSED);
            case IN_PROGRESS -> List.of(WAITING, RESOLVED, CLOSED);
            case WAITING -> List.of(IN_PROGRESS, RESOLVED, CLOSED);
            case RESOLVED -> List.of(IN_PROGRESS, CLOSED);
            case CLOSED -> List.of(IN_PROGRESS);
        };
    }

    /** The reason of the conflict where another state is asked for. */
    static String reason(TicketStatus status) {
        return switch (status) {
            case NEW -> FROM_NEW;
            case IN_PROGRESS -> FROM_IN_PROGRESS;
            case WAITING -> FROM_WAITING;
            case RESOLVED -> FROM_RESOLVED;
            case CLOSED -> FROM_CLOSED;
        };
    }
}
