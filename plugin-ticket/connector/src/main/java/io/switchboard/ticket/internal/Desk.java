package io.switchboard.ticket.internal;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.crm.spi.Level;
import io.switchboard.ticket.internal.Inputs.CreateTicket;
import io.switchboard.ticket.internal.Inputs.ExplainDispatch;
import io.switchboard.ticket.internal.Inputs.ListOnTicket;
import io.switchboard.ticket.internal.Inputs.ListTickets;
import io.switchboard.ticket.internal.Views.CommentView;
import io.switchboard.ticket.internal.Views.Explanation;
import io.switchboard.ticket.internal.Views.HistoryView;
import io.switchboard.ticket.internal.Views.StaffCommentView;
import io.switchboard.ticket.internal.Views.TicketRow;
import io.switchboard.ticket.internal.Views.TicketView;
import io.switchboard.ticket.internal.dispatch.Decision;
import io.switchboard.ticket.internal.dispatch.DispatchRules;
import io.switchboard.ticket.internal.dispatch.Incident;
import io.switchboard.ticket.internal.dispatch.RuleBook;
import io.switchboard.ticket.spi.Comment;
import io.switchboard.ticket.spi.NewTicket;
import io.switchboard.ticket.spi.TicketQuery;
import io.switchboard.ticket.spi.TicketStatus;
import io.switchboard.ticket.spi.Visibility;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where tickets come in and are looked up. Safe for use from many threads. */
@Component(service = Desk.class)
public final class Desk {
    private final Backends backends;
    private final DispatchRules rules;
    private final CustomerLevels levels;
    private final Clock clock;

    /** Tells the time by the system's clock. */
    @Activate
    public Desk(@Reference Backends backends, @Reference DispatchRules rules, @Reference CustomerLevels levels) {
        this(backends, rules, levels, Clock.systemUTC());
    }

    Desk(Backends backends, DispatchRules rules, CustomerLevels levels, Clock clock) {
        this.backends = backends;
        this.rules = rules;
        this.levels = levels;
        this.clock = clock;
    }

    TicketView create(CreateTicket input, CallContext call) {
        Instance instance = backends.inUse().during(call);
        RuleBook book = rules.book();
        Optional<Level> level =
                book.asksForLevels() ? levels.of(input.customerId(), call.remaining()) : Optional.empty();
        Decision decision = book.decide(Incident.of(input.kind(), level, input.subject(), input.text()));
        NewTicket ticket = new NewTicket(
                input.customerId(),
                input.kind(),
                input.subject(),
                input.text(),
                decision.priority(),
                decision.flagged(),
                decision.department(),
                decision.due().map(clock.instant()::plus),
                call.conversation());
        return Mapping.ticket(instance, instance.backend().create(ticket, Mapping.act(call)));
    }

    /** What a creation made, in whichever backend was in use then. */
    Optional<TicketView> created(CreateTicket input, CallContext call) {
        return backends.all().stream()
                .map(instance -> instance.during(call))
                .flatMap(instance -> instance
                        .backend()
                        .findCreated(input.customerId(), call.correlationId())
                        .map(ticket -> Mapping.ticket(instance, ticket))
                        .stream())
                .findFirst();
    }

    Page<TicketRow> list(ListTickets input, CallContext call) {
        Set<TicketStatus> statuses = statuses(input);
        Instance instance = backends.ofCursor(input.page().cursor()).during(call);
        if (statuses.isEmpty()) {
            return Page.last(List.of());
        }
        TicketQuery query = new TicketQuery(
                input.customerId(),
                input.status().isEmpty() && input.open().isEmpty() ? Set.of() : statuses,
                input.kind().map(Set::of).orElse(Set.of()),
                Optional.empty(),
                Optional.empty(),
                Instance.unmark(input.page()));
        return Mapping.page(instance, instance.backend().list(query), ticket -> Mapping.row(instance, ticket));
    }

    Page<CommentView> comments(ListOnTicket input, CallContext call) {
        Instance instance = backends.ofTicket(input.ticketId()).during(call);
        Page<Comment> page =
                comments(instance, input.customerId(), input.ticketId(), EnumSet.of(Visibility.CUSTOMER), input.page());
        // Looked at again here: what is internal must not get out by a mistake in one backend.
        List<CommentView> visible = page.items().stream()
                .filter(comment -> comment.visibility() == Visibility.CUSTOMER)
                .map(comment -> Mapping.comment(instance, comment))
                .toList();
        return instance.mark(Page.of(visible, page.next()));
    }

    Page<StaffCommentView> allComments(ListOnTicket input, CallContext call) {
        Instance instance = backends.ofTicket(input.ticketId()).during(call);
        Set<Visibility> all = EnumSet.allOf(Visibility.class);
        return Mapping.page(
                instance,
                comments(instance, input.customerId(), input.ticketId(), all, input.page()),
                comment -> Mapping.staffComment(instance, comment));
    }

    Page<HistoryView> history(ListOnTicket input, CallContext call) {
        Instance instance = backends.ofTicket(input.ticketId()).during(call);
        requireTicket(instance, input.customerId(), input.ticketId());
        return Mapping.page(
                instance,
                instance.backend()
                        .history(input.customerId(), Instance.own(input.ticketId()), Instance.unmark(input.page())),
                entry -> Mapping.history(instance, entry));
    }

    Explanation explain(ExplainDispatch input) {
        Incident incident =
                Incident.of(input.kind(), input.level(), input.text().orElse(""));
        return Mapping.explanation(rules.book().decide(incident));
    }

    /** By when a ticket that is expedited now is dealt with. */
    Instant expediteDue() {
        return clock.instant().plus(rules.book().expediteDue());
    }

    private static Page<Comment> comments(
            Instance instance, String customerId, String ticketId, Set<Visibility> visibilities, PageRequest page) {
        requireTicket(instance, customerId, ticketId);
        return instance.backend().comments(customerId, Instance.own(ticketId), visibilities, Instance.unmark(page));
    }

    private static void requireTicket(Instance instance, String customerId, String ticketId) {
        if (instance.backend().get(customerId, Instance.own(ticketId)).isEmpty()) {
            throw instance.noTicket(Instance.own(ticketId));
        }
    }

    private static Set<TicketStatus> statuses(ListTickets input) {
        Set<TicketStatus> statuses = EnumSet.allOf(TicketStatus.class);
        input.status().ifPresent(status -> statuses.retainAll(Set.of(status)));
        input.open().ifPresent(open -> statuses.removeIf(status -> status.finished() == open));
        return statuses;
    }
}
