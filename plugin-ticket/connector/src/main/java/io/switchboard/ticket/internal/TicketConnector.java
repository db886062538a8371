package io.switchboard.ticket.internal;

import static io.switchboard.connector.Audience.CUSTOMER;
import static io.switchboard.connector.Audience.STAFF;
import static io.switchboard.connector.Effect.READ;
import static io.switchboard.connector.Effect.WRITE;
import static io.switchboard.connector.ErrorCode.CONFLICT;
import static io.switchboard.connector.ErrorCode.INVALID_ARGUMENTS;
import static io.switchboard.connector.ErrorCode.NOT_FOUND;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Fails;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Page;
import io.switchboard.connector.Probe;
import io.switchboard.connector.ProbeResult;
import io.switchboard.ticket.internal.Inputs.AddComment;
import io.switchboard.ticket.internal.Inputs.ChangeStatus;
import io.switchboard.ticket.internal.Inputs.CreateTicket;
import io.switchboard.ticket.internal.Inputs.ExplainDispatch;
import io.switchboard.ticket.internal.Inputs.FindTicket;
import io.switchboard.ticket.internal.Inputs.ListOnTicket;
import io.switchboard.ticket.internal.Inputs.ListTickets;
import io.switchboard.ticket.internal.Inputs.MoveTicket;
import io.switchboard.ticket.internal.Views.CommentView;
import io.switchboard.ticket.internal.Views.Explanation;
import io.switchboard.ticket.internal.Views.HistoryView;
import io.switchboard.ticket.internal.Views.StaffCommentView;
import io.switchboard.ticket.internal.Views.TicketRow;
import io.switchboard.ticket.internal.Views.TicketView;
import io.switchboard.ticket.spi.Ticket;
import io.switchboard.ticket.spi.TicketBackend;
import io.switchboard.ticket.spi.TicketStatus;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What callers can do with tickets.
 *
 * <p>No write is {@code repeat = SAME}: two lost parcels make two equal tickets, two equal comments are two, and a ticket that is
 * closed, reopened and closed again is closed by two equal calls. Who wants one act for two requests sends an idempotency key. The
 * changes are {@code idempotent} all the same, for a change of state cannot happen twice to one state.
 */
@ConnectorType(id = "ticket", version = 1, title = "Tickets", zh = "工单")
@Describe(en = "Tickets of customers: make them, follow them, comment on them, move them on.", zh = "客户工单：创建、跟进、评论与流转。")
@Component(service = Connector.class)
public final class TicketConnector implements Connector {
    private static final String STALE_EN = "Somebody else is changing the ticket at this moment; please try again.";
    private static final String STALE_ZH = "该工单正被他人修改，请重试。";

    private final Desk desk;
    private final Backends backends;

    /** Works on whatever backends there are. */
    @Activate
    public TicketConnector(@Reference Backends backends, @Reference Desk desk) {
        this.backends = backends;
        this.desk = desk;
    }

    @Operation(
            id = "ticket.create",
            http = "POST /customers/{customerId}/tickets",
            effect = WRITE,
            audience = CUSTOMER,
            scope = "ticket.write")
    @Describe(
            en =
                    "Makes a ticket for a customer. Department, priority and due time come from the rules; stolen accounts and"
                            + " payment fraud become urgent by themselves.",
            zh = "为客户创建工单。部门、优先级和时限由分派规则决定；账户被盗和支付欺诈自动升为紧急。")
    TicketView create(CreateTicket input, CallContext call) {
        return desk.create(input, call);
    }

    @Probe("ticket.create")
    ProbeResult<TicketView> created(CreateTicket input, CallContext call) {
        return ProbeResult.of(desk.created(input, call));
    }

    @Operation(
            id = "ticket.get",
            http = "GET /customers/{customerId}/tickets/{ticketId}",
            effect = READ,
            audience = CUSTOMER,
            scope = "ticket.read")
    @Describe(en = "One ticket of a customer, with the states it can go to.", zh = "查询客户的一张工单及其可转入的状态。")
    @Fails(code = NOT_FOUND, en = "We could not find this ticket.", zh = "未找到该工单。")
    TicketView get(FindTicket input, CallContext call) {
        return view(handled(input.customerId(), input.ticketId(), call));
    }

    @Operation(
            id = "ticket.list",
            http = "GET /customers/{customerId}/tickets",
            effect = READ,
            audience = CUSTOMER,
            scope = "ticket.read")
    @Describe(
            en = "A customer's tickets, the newest first; of one state or kind, or only those still open.",
            zh = "客户的工单列表，最新在前；可按状态、类型或是否未结筛选。")
    @Fails(code = INVALID_ARGUMENTS)
    Page<TicketRow> list(ListTickets input, CallContext call) {
        return desk.list(input, call);
    }

    @Operation(
            id = "comment.add",
            http = "POST /customers/{customerId}/tickets/{ticketId}/comments",
            effect = WRITE,
            audience = CUSTOMER,
            scope = "ticket.write")
    @Describe(
            en = "Adds a comment to a ticket: one that the customer may read, or one for employees alone.",
            zh = "为工单添加评论：客户可见，或仅内部可见。")
    @Fails(code = NOT_FOUND, en = "We could not find this ticket.", zh = "未找到该工单。")
    CommentView comment(AddComment input, CallContext call) {
        Handled handled = handled(input.customerId(), input.ticketId(), call);
        return Mapping.comment(handled.instance(), handled.comment(input.visibility(), input.text()));
    }

    @Probe("comment.add")
    ProbeResult<CommentView> commented(AddComment input, CallContext call) {
        Handled handled = handled(input.customerId(), input.ticketId(), call);
        return ProbeResult.of(handled.backend()
                .findComment(handled.customerId(), handled.ownId(), call.correlationId())
                .map(comment -> Mapping.comment(handled.instance(), comment)));
    }

    @Operation(
            id = "comment.list",
            http = "GET /customers/{customerId}/tickets/{ticketId}/comments",
            effect = READ,
            audience = CUSTOMER,
            scope = "ticket.read")
    @Describe(en = "The comments on a ticket that the customer may read, the oldest first.", zh = "工单中客户可见的评论，最早在前。")
    @Fails(code = NOT_FOUND, en = "We could not find this ticket.", zh = "未找到该工单。")
    @Fails(code = INVALID_ARGUMENTS)
    Page<CommentView> comments(ListOnTicket input, CallContext call) {
        return desk.comments(input, call);
    }

    @Operation(
            id = "comment.all",
            http = "GET /customers/{customerId}/tickets/{ticketId}/comments/all",
            effect = READ,
            audience = STAFF,
            scope = "ticket.staff")
    @Describe(
            en = "All comments on a ticket, those for employees among them, with their authors; the oldest first.",
            zh = "工单的全部评论（含内部评论）及作者，最早在前。")
    @Fails(code = NOT_FOUND, en = "We could not find this ticket.", zh = "未找到该工单。")
    @Fails(code = INVALID_ARGUMENTS)
    Page<StaffCommentView> allComments(ListOnTicket input, CallContext call) {
        return desk.allComments(input, call);
    }

    @Operation(
            id = "history.list",
            http = "GET /customers/{customerId}/tickets/{ticketId}/history",
            effect = READ,
            audience = STAFF,
            scope = "ticket.staff")
    @Describe(
            en = "Who changed what on a ticket, when, and in which call; the oldest first.",
            zh = "工单的变更历史：何人、何时、何项、哪次调用，最早在前。")
    @Fails(code = NOT_FOUND, en = "We could not find this ticket.", zh = "未找到该工单。")
    @Fails(code = INVALID_ARGUMENTS)
    Page<HistoryView> history(ListOnTicket input, CallContext call) {
        return desk.history(input, call);
    }

    @Operation(
            id = "status.change",
            http = "POST /customers/{customerId}/tickets/{ticketId}/status",
            effect = WRITE,
            audience = CUSTOMER,
            scope = "ticket.write",
            idempotent = true)
    @Describe(
            en = "Moves a ticket to another state, along the transitions that are allowed from the one it is in.",
            zh = "按允许的流转将工单转入另一状态。")
    @Fails(code = NOT_FOUND, en = "We could not find this ticket.", zh = "未找到该工单。")
    @Fails(code = CONFLICT, reason = Transitions.FROM_NEW, en = Transitions.FROM_NEW_EN, zh = Transitions.FROM_NEW_ZH)
    @Fails(
            code = CONFLICT,
            reason = Transitions.FROM_IN_PROGRESS,
            en = Transitions.FROM_IN_PROGRESS_EN,
            zh = Transitions.FROM_IN_PROGRESS_ZH)
    @Fails(
            code = CONFLICT,
            reason = Transitions.FROM_WAITING,
            en = Transitions.FROM_WAITING_EN,
            zh = Transitions.FROM_WAITING_ZH)
    @Fails(
            code = CONFLICT,
            reason = Transitions.FROM_RESOLVED,
            en = Transitions.FROM_RESOLVED_EN,
            zh = Transitions.FROM_RESOLVED_ZH)
    @Fails(
            code = CONFLICT,
            reason = Transitions.FROM_CLOSED,
            en = Transitions.FROM_CLOSED_EN,
            zh = Transitions.FROM_CLOSED_ZH)
    @Fails(
            code = CONFLICT,
            reason = TicketChanges.UNEXPECTED,
            en = "The ticket is not in the expected state any more.",
            zh = "工单已不在预期的状态。")
    @Fails(code = CONFLICT, reason = TicketBackend.STALE, en = STALE_EN, zh = STALE_ZH)
    TicketView changeStatus(ChangeStatus input, CallContext call) {
        Handled handled = handled(input.customerId(), input.ticketId(), call);
        return view(handled, TicketChanges.status(handled, input.status(), input.expected(), input.note()));
    }

    @Probe("status.change")
    ProbeResult<TicketView> statusChanged(ChangeStatus input, CallContext call) {
        return changed(handled(input.customerId(), input.ticketId(), call));
    }

    @Operation(
            id = "ticket.expedite",
            http = "POST /customers/{customerId}/tickets/{ticketId}/expedite",
            effect = WRITE,
            audience = CUSTOMER,
            scope = "ticket.write",
            idempotent = true)
    @Describe(
            en =
                    "Has a ticket dealt with sooner: it stands out, is at least HIGH, and is due soon. A second time changes nothing.",
            zh = "催办工单：重点标记、优先级至少为 HIGH 并缩短时限；重复催办不再变更。")
    @Fails(code = NOT_FOUND, en = "We could not find this ticket.", zh = "未找到该工单。")
    @Fails(
            code = CONFLICT,
            reason = TicketChanges.FINISHED,
            en = "The ticket is resolved or closed; it has to be reopened first.",
            zh = "工单已解决或已关闭，请先重新打开。")
    @Fails(code = CONFLICT, reason = TicketBackend.STALE, en = STALE_EN, zh = STALE_ZH)
    TicketView expedite(MoveTicket input, CallContext call) {
        Handled handled = handled(input.customerId(), input.ticketId(), call);
        return view(handled, TicketChanges.expedite(handled, desk.expediteDue(), input.note()));
    }

    @Probe("ticket.expedite")
    ProbeResult<TicketView> expedited(MoveTicket input, CallContext call) {
        return changed(handled(input.customerId(), input.ticketId(), call));
    }

    @Operation(
            id = "ticket.close",
            http = "POST /customers/{customerId}/tickets/{ticketId}/close",
            effect = WRITE,
            audience = CUSTOMER,
            scope = "ticket.write",
            idempotent = true)
    @Describe(en = "Closes a ticket, because it is settled or no longer wanted.", zh = "关闭工单：问题已解决或客户不再需要。")
    @Fails(code = NOT_FOUND, en = "We could not find this ticket.", zh = "未找到该工单。")
    @Fails(
            code = CONFLICT,
            reason = Transitions.FROM_CLOSED,
            en = Transitions.FROM_CLOSED_EN,
            zh = Transitions.FROM_CLOSED_ZH)
    @Fails(code = CONFLICT, reason = TicketBackend.STALE, en = STALE_EN, zh = STALE_ZH)
    TicketView close(MoveTicket input, CallContext call) {
        Handled handled = handled(input.customerId(), input.ticketId(), call);
        return view(handled, TicketChanges.status(handled, TicketStatus.CLOSED, Optional.empty(), input.note()));
    }

    @Probe("ticket.close")
    ProbeResult<TicketView> closed(MoveTicket input, CallContext call) {
        return changed(handled(input.customerId(), input.ticketId(), call));
    }

    @Operation(
            id = "ticket.reopen",
            http = "POST /customers/{customerId}/tickets/{ticketId}/reopen",
            effect = WRITE,
            audience = CUSTOMER,
            scope = "ticket.write",
            idempotent = true)
    @Describe(
            en = "Takes a resolved or closed ticket up again, because the matter is not settled.",
            zh = "重新打开已解决或已关闭的工单。")
    @Fails(code = NOT_FOUND, en = "We could not find this ticket.", zh = "未找到该工单。")
    @Fails(
            code = CONFLICT,
            reason = TicketChanges.NOT_FINISHED,
            en = "Only a RESOLVED or CLOSED ticket can be reopened; this one is still open.",
            zh = "只有已解决（RESOLVED）或已关闭（CLOSED）的工单可以重新打开；该工单尚未结束。")
    @Fails(code = CONFLICT, reason = TicketBackend.STALE, en = STALE_EN, zh = STALE_ZH)
    TicketView reopen(MoveTicket input, CallContext call) {
        Handled handled = handled(input.customerId(), input.ticketId(), call);
        return view(handled, TicketChanges.reopen(handled, input.note()));
    }

    @Probe("ticket.reopen")
    ProbeResult<TicketView> reopened(MoveTicket input, CallContext call) {
        return changed(handled(input.customerId(), input.ticketId(), call));
    }

    @Operation(
            id = "dispatch.explain",
            http = "POST /dispatch/explain",
            effect = READ,
            audience = STAFF,
            scope = "ticket.staff")
    @Describe(
            en =
                    "Tells which dispatch rule would fire for a kind, a text and a customer level, and what would come of it.",
            zh = "说明给定类型、描述和客户等级会命中哪条分派规则及其结果。")
    Explanation explain(ExplainDispatch input) {
        return desk.explain(input);
    }

    private Handled handled(String customerId, String ticketId, CallContext call) {
        return Handled.of(backends, customerId, ticketId, call);
    }

    private static TicketView view(Handled handled) {
        return view(handled, handled.read());
    }

    private static TicketView view(Handled handled, Ticket ticket) {
        return Mapping.ticket(handled.instance(), ticket);
    }

    private static ProbeResult<TicketView> changed(Handled handled) {
        return handled.done() ? ProbeResult.done(view(handled)) : ProbeResult.notDone();
    }
}
