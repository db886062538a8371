package io.switchboard.ticket.internal;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Page;
import io.switchboard.ticket.internal.Views.CommentView;
import io.switchboard.ticket.internal.Views.Explanation;
import io.switchboard.ticket.internal.Views.HistoryView;
import io.switchboard.ticket.internal.Views.StaffCommentView;
import io.switchboard.ticket.internal.Views.TicketRow;
import io.switchboard.ticket.internal.Views.TicketView;
import io.switchboard.ticket.internal.dispatch.Decision;
import io.switchboard.ticket.spi.Act;
import io.switchboard.ticket.spi.Comment;
import io.switchboard.ticket.spi.HistoryEntry;
import io.switchboard.ticket.spi.Ticket;
import java.util.function.Function;

/** From what backends speak in to what callers read. */
final class Mapping {
    private Mapping() {}

    static Act act(CallContext call) {
        return new Act(
                call.correlationId(), call.principal().id(), call.principal().user());
    }

    static <A, B> Page<B> page(Instance instance, Page<A> page, Function<A, B> row) {
        return instance.mark(page.map(row));
    }

    static TicketView ticket(Instance instance, Ticket ticket) {
        return new TicketView(
                instance.mark(ticket.id()),
                ticket.customerId(),
                ticket.kind(),
                ticket.subject(),
                ticket.text(),
                ticket.status(),
                Transitions.from(ticket.status()),
                ticket.priority(),
                ticket.flagged(),
                ticket.department(),
                ticket.due(),
                ticket.createdAt(),
                ticket.updatedAt());
    }

    static TicketRow row(Instance instance, Ticket ticket) {
        return new TicketRow(
                instance.mark(ticket.id()),
                ticket.customerId(),
                ticket.kind(),
                ticket.subject(),
                ticket.status(),
                ticket.priority(),
                ticket.flagged(),
                ticket.due(),
                ticket.createdAt(),
                ticket.updatedAt());
    }

    static CommentView comment(Instance instance, Comment comment) {
        return new CommentView(
                instance.mark(comment.id()), comment.customerId(), comment.visibility(), comment.text(), comment.at());
    }

    static StaffCommentView staffComment(Instance instance, Comment comment) {
        return new StaffCommentView(
                instance.mark(comment.id()),
                comment.customerId(),
                comment.visibility(),
                comment.text(),
                comment.author(),
                comment.at());
    }

    static HistoryView history(Instance instance, HistoryEntry entry) {
        return new HistoryView(
                instance.mark(entry.id()),
                entry.customerId(),
                entry.field(),
                entry.from(),
                entry.to(),
                entry.by(),
                entry.note(),
                entry.correlationId(),
                entry.at());
    }

    static Explanation explanation(Decision decision) {
        return new Explanation(
                decision.rule(),
                decision.department(),
                decision.priority(),
                decision.flagged(),
                decision.due(),
                decision.urgent());
    }
}
