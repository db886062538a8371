package io.switchboard.ticket.internal;

import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Owner;
import io.switchboard.connector.SchemaName;
import io.switchboard.connector.Sensitive;
import io.switchboard.connector.Untrusted;
import io.switchboard.ticket.spi.HistoryField;
import io.switchboard.ticket.spi.Priority;
import io.switchboard.ticket.spi.TicketKind;
import io.switchboard.ticket.spi.TicketStatus;
import io.switchboard.ticket.spi.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the operations give. */
final class Views {
    private Views() {}

    @SchemaName("Ticket")
    record TicketView(
            @Describe(en = "The id of the ticket.", zh = "工单编号。") @Example("embedded~123")
            String id,

            @Owner @Describe(en = "The customer it is for.", zh = "所属客户。") @Example("C-1001")
            String customerId,

            @Describe(en = "What it is about.", zh = "类型。") @Example("DELIVERY")
            TicketKind kind,

            @Untrusted
            @Sensitive(DataClass.FREE_TEXT)
            @Describe(en = "The matter in one line.", zh = "一句话概括。")
            @Example("Parcel has not moved for three days")
            String subject,

            @Untrusted
            @Sensitive(DataClass.FREE_TEXT)
            @Describe(en = "What the customer said.", zh = "客户的描述。")
            @Example("Order 2025110177 has been in transit since Monday. Where is it?")
            String text,

            @Describe(en = "Where it stands.", zh = "状态。") @Example("IN_PROGRESS")
            TicketStatus status,

            @Describe(en = "The states that it can go to from here.", zh = "可转入的状态。")
            @Example("[\"WAITING\",\"RESOLVED\",\"CLOSED\"]")
            List<TicketStatus> next,

            @Describe(en = "How pressing it is.", zh = "优先级。") @Example("HIGH")
            Priority priority,

            @Describe(en = "Whether it stands out.", zh = "是否重点标记。") @Example("false")
            boolean flagged,

            @Describe(en = "Who deals with it.", zh = "处理部门。") @Example("logistics")
            String department,

            @Describe(en = "By when; absent: no time is set.", zh = "截止时间；缺省表示未设定。") @Example("2026-01-31T12:00:00Z")
            Optional<Instant> due,

            @Describe(en = "When it was made.", zh = "创建时间。") @Example("2026-01-30T08:15:00Z")
            Instant createdAt,

            @Describe(en = "When it was changed or commented last.", zh = "最近一次变更或评论的时间。")
            @Example("2026-01-30T09:00:00Z")
            Instant updatedAt) {}

    @SchemaName("TicketRow")
    record TicketRow(
            @Describe(en = "The id of the ticket.", zh = "工单编号。") @Example("embedded~123")
            String id,

            @Owner @Describe(en = "The customer it is for.", zh = "所属客户。") @Example("C-1001")
            String customerId,

            @Describe(en = "What it is about.", zh = "类型。") @Example("DELIVERY")
            TicketKind kind,

            @Untrusted
            @Sensitive(DataClass.FREE_TEXT)
            @Describe(en = "The matter in one line.", zh = "一句话概括。")
            @Example("Parcel has not moved for three days")
            String subject,

            @Describe(en = "Where it stands.", zh = "状态。") @Example("IN_PROGRESS")
            TicketStatus status,

            @Describe(en = "How pressing it is.", zh = "优先级。") @Example("HIGH")
            Priority priority,

            @Describe(en = "Whether it stands out.", zh = "是否重点标记。") @Example("false")
            boolean flagged,

            @Describe(en = "By when; absent: no time is set.", zh = "截止时间；缺省表示未设定。") @Example("2026-01-31T12:00:00Z")
            Optional<Instant> due,

            @Describe(en = "When it was made.", zh = "创建时间。") @Example("2026-01-30T08:15:00Z")
            Instant createdAt,

            @Describe(en = "When it was changed or commented last.", zh = "最近一次变更或评论的时间。")
            @Example("2026-01-30T09:00:00Z")
            Instant updatedAt) {}

    /** Says nothing of who wrote it: employees' names are not the customer's to know. */
    @SchemaName("Comment")
    record CommentView(
            @Describe(en = "The id of the comment.", zh = "评论编号。") @Example("embedded~7")
            String id,

            @Owner @Describe(en = "The customer whose ticket it is.", zh = "工单所属的客户。") @Example("C-1001")
            String customerId,

            @Describe(en = "Who may read it.", zh = "可见范围。") @Example("CUSTOMER")
            Visibility visibility,

            @Untrusted
            @Sensitive(DataClass.FREE_TEXT)
            @Describe(en = "The comment.", zh = "评论内容。")
            @Example("The parcel has been found and arrives tomorrow.")
            String text,

            @Describe(en = "When it was written.", zh = "时间。") @Example("2026-01-30T09:00:00Z")
            Instant at) {}

    @SchemaName("StaffComment")
    record StaffCommentView(
            @Describe(en = "The id of the comment.", zh = "评论编号。") @Example("embedded~7")
            String id,

            @Owner @Describe(en = "The customer whose ticket it is.", zh = "工单所属的客户。") @Example("C-1001")
            String customerId,

            @Describe(en = "Who may read it.", zh = "可见范围。") @Example("INTERNAL")
            Visibility visibility,

            @Untrusted
            @Sensitive(DataClass.FREE_TEXT)
            @Describe(en = "The comment.", zh = "评论内容。")
            @Example("Carrier called; the parcel was in the wrong depot.")
            String text,

            @Describe(en = "Who wrote it: a client, or a client and its employee.", zh = "作者：客户端，或客户端/员工。")
            @Example("desk/alice")
            String author,

            @Describe(en = "When it was written.", zh = "时间。") @Example("2026-01-30T09:00:00Z")
            Instant at) {}

    @SchemaName("HistoryEntry")
    record HistoryView(
            @Describe(en = "The id of the entry.", zh = "记录编号。") @Example("embedded~42")
            String id,

            @Owner @Describe(en = "The customer whose ticket it is.", zh = "工单所属的客户。") @Example("C-1001")
            String customerId,

            @Describe(en = "What changed.", zh = "变更项。") @Example("STATUS")
            HistoryField field,

            @Describe(en = "What it was; absent: nothing.", zh = "原值。") @Example("NEW")
            Optional<String> from,

            @Describe(en = "What it became; absent: nothing.", zh = "新值。") @Example("IN_PROGRESS")
            Optional<String> to,

            @Describe(en = "Who did it: a client, or a client and its employee.", zh = "操作者：客户端，或客户端/员工。")
            @Example("desk/alice")
            String by,

            @Untrusted
            @Sensitive(DataClass.FREE_TEXT)
            @Describe(en = "Why.", zh = "原因。")
            @Example("Photos of the damage asked for")
            Optional<String> note,

            @Describe(
                    en = "The call it belongs to; absent: it was not done through the hub.",
                    zh = "所属调用的关联编号；缺省表示并非经由本平台。")
            @Example("4k2m9x0q7c1d8v5b")
            Optional<String> correlationId,

            @Describe(en = "When.", zh = "时间。") @Example("2026-01-30T09:00:00Z")
            Instant at) {}

    @SchemaName("Explanation")
    record Explanation(
            @Describe(en = "The rule that fires: its number in the file, or default.", zh = "命中的规则：文件中的编号，或 default。")
            @Example("20")
            String rule,

            @Describe(en = "Who would deal with the ticket.", zh = "处理部门。") @Example("refunds")
            String department,

            @Describe(en = "How pressing it would be.", zh = "优先级。") @Example("HIGH")
            Priority priority,

            @Describe(en = "Whether it would stand out.", zh = "是否重点标记。") @Example("false")
            boolean flagged,

            @Describe(en = "Within which time it would be due; absent: no time is set.", zh = "处理时限；缺省表示未设定。")
            @Example("PT4H")
            Optional<Duration> dueWithin,

            @Describe(
                    en = "The kind or word that makes it urgent whatever the rules say; absent: nothing does.",
                    zh = "使其直接升为紧急的类型或词语；缺省表示没有。")
            @Example("盗号")
            Optional<String> urgentBecause) {}
}
