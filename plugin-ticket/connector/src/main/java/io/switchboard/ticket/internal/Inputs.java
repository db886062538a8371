package io.switchboard.ticket.internal;

import io.switchboard.connector.CustomerId;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Length;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.Sensitive;
import io.switchboard.crm.spi.Level;
import io.switchboard.ticket.spi.TicketKind;
import io.switchboard.ticket.spi.TicketStatus;
import io.switchboard.ticket.spi.Visibility;
import java.util.Optional;

/** What the operations take. */
final class Inputs {
    private Inputs() {}

    record CreateTicket(
            @CustomerId
            @Length(min = 1, max = 100)
            @Describe(en = "The customer the ticket is for.", zh = "工单所属的客户。")
            @Example("C-1001")
            String customerId,

            @Describe(en = "What the ticket is about.", zh = "工单类型。") @Example("DELIVERY")
            TicketKind kind,

            @Length(min = 1, max = 200)
            @Sensitive(DataClass.FREE_TEXT)
            @Describe(en = "The matter in one line.", zh = "一句话概括。")
            @Example("Parcel has not moved for three days")
            String subject,

            @Length(min = 1, max = 10_000)
            @Sensitive(DataClass.FREE_TEXT)
            @Describe(en = "What the customer says, with the numbers of orders and the like.", zh = "客户的描述，含订单号等信息。")
            @Example("Order 2025110177 has been in transit since Monday. Where is it?")
            String text) {}

    record FindTicket(
            @CustomerId
            @Length(min = 1, max = 100)
            @Describe(en = "The customer whose ticket it is.", zh = "工单所属的客户。")
            @Example("C-1001")
            String customerId,

            @Length(min = 1, max = 121)
            @Describe(en = "The id of the ticket, as another operation gave it.", zh = "其他操作返回的工单编号。")
            @Example("embedded~123")
            String ticketId) {}

    record ListTickets(
            @CustomerId
            @Length(min = 1, max = 100)
            @Describe(en = "The customer whose tickets are wanted.", zh = "要查询的客户。")
            @Example("C-1001")
            String customerId,

            @Describe(en = "Only those in this state.", zh = "仅该状态的工单。") @Example("IN_PROGRESS")
            Optional<TicketStatus> status,

            @Describe(en = "Only those of this kind.", zh = "仅该类型的工单。") @Example("REFUND")
            Optional<TicketKind> kind,

            @Describe(
                    en = "True: only those that are not resolved or closed. False: only those that are.",
                    zh = "true：仅未解决且未关闭的；false：仅已解决或已关闭的。")
            @Example("true")
            Optional<Boolean> open,

            PageRequest page) {}

    record AddComment(
            @CustomerId
            @Length(min = 1, max = 100)
            @Describe(en = "The customer whose ticket it is.", zh = "工单所属的客户。")
            @Example("C-1001")
            String customerId,

            @Length(min = 1, max = 121) @Describe(en = "The id of the ticket.", zh = "工单编号。") @Example("embedded~123")
            String ticketId,

            @Describe(en = "Whether the customer may read it, or employees alone.", zh = "客户可见，还是仅内部可见。")
            @Example("CUSTOMER")
            Visibility visibility,

            @Length(min = 1, max = 10_000)
            @Sensitive(DataClass.FREE_TEXT)
            @Describe(en = "The comment.", zh = "评论内容。")
            @Example("The parcel has been found and arrives tomorrow.")
            String text) {}

    record ListOnTicket(
            @CustomerId
            @Length(min = 1, max = 100)
            @Describe(en = "The customer whose ticket it is.", zh = "工单所属的客户。")
            @Example("C-1001")
            String customerId,

            @Length(min = 1, max = 121) @Describe(en = "The id of the ticket.", zh = "工单编号。") @Example("embedded~123")
            String ticketId,

            PageRequest page) {}

    record ChangeStatus(
            @CustomerId
            @Length(min = 1, max = 100)
            @Describe(en = "The customer whose ticket it is.", zh = "工单所属的客户。")
            @Example("C-1001")
            String customerId,

            @Length(min = 1, max = 121) @Describe(en = "The id of the ticket.", zh = "工单编号。") @Example("embedded~123")
            String ticketId,

            @Describe(
                    en = "The state it is to be in; one of those that the ticket names as next.",
                    zh = "目标状态，须在工单的 next 之中。")
            @Example("WAITING")
            TicketStatus status,

            @Describe(
                    en = "The state it is in, as the caller knows; another one is a conflict.",
                    zh = "调用方所知的当前状态；若已变化则返回冲突。")
            @Example("IN_PROGRESS")
            Optional<TicketStatus> expected,

            @Length(min = 1, max = 1_000)
            @Sensitive(DataClass.FREE_TEXT)
            @Describe(en = "Why; for employees.", zh = "原因，供内部查看。")
            @Example("Photos of the damage asked for")
            Optional<String> note) {}

    record MoveTicket(
            @CustomerId
            @Length(min = 1, max = 100)
            @Describe(en = "The customer whose ticket it is.", zh = "工单所属的客户。")
            @Example("C-1001")
            String customerId,

            @Length(min = 1, max = 121) @Describe(en = "The id of the ticket.", zh = "工单编号。") @Example("embedded~123")
            String ticketId,

            @Length(min = 1, max = 1_000)
            @Sensitive(DataClass.FREE_TEXT)
            @Describe(en = "Why; for employees.", zh = "原因，供内部查看。")
            @Example("The customer confirms that it is settled")
            Optional<String> note) {}

    record ExplainDispatch(
            @Describe(en = "What the ticket would be about.", zh = "工单类型。") @Example("REFUND")
            TicketKind kind,

            @Length(max = 10_000)
            @Sensitive(DataClass.FREE_TEXT)
            @Describe(en = "What the customer would write.", zh = "客户可能的描述。")
            @Example("我要退款，已经等了一周")
            Optional<String> text,

            @Describe(en = "The customer's level; absent: not known.", zh = "客户等级；缺省表示未知。") @Example("GOLD")
            Optional<Level> level) {}
}
