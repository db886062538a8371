package io.switchboard.crm.internal;

import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Owner;
import io.switchboard.connector.SchemaName;
import io.switchboard.connector.Sensitive;
import io.switchboard.connector.Untrusted;
import java.time.Instant;
import java.util.Optional;

/** One entry of a timeline, from whichever system. */
@SchemaName("TimelineItem")
record TimelineItem(
        @Describe(
                en = "The entry's id, with the system it is of; a ticket's can be given to the ticket connector.",
                zh = "记录编号，含来源系统；工单编号可用于工单连接器。")
        @Example("embedded~42")
        String entryId,

        @Owner @Describe(en = "The customer's id in the CRM.", zh = "客户在 CRM 中的编号。") @Example("C-1001")
        String customerId,

        @Describe(en = "What the entry is.", zh = "记录类型。") @Example("COMPLAINT")
        TimelineKind kind,

        @Describe(en = "When it was; for a ticket, when it was made.", zh = "发生时间；工单为创建时间。")
        @Example("2026-03-01T12:00:00Z")
        Instant at,

        @Describe(en = "The way it came by.", zh = "渠道。") @Example("wechat")
        Optional<String> channel,

        @Untrusted @Sensitive(DataClass.FREE_TEXT) @Describe(en = "One line.", zh = "标题。") @Example("快递延误")
        String subject,

        @Untrusted
        @Sensitive(DataClass.FREE_TEXT)
        @Describe(en = "What was said.", zh = "内容。")
        @Example("说好前天到的包裹到现在还没有收到。")
        Optional<String> text,

        @Describe(en = "Where a complaint or a ticket stands, in its system's words.", zh = "投诉或工单的状态，以来源系统的用语为准。")
        @Example("open")
        Optional<String> status) {}
