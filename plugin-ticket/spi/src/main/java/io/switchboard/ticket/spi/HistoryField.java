package io.switchboard.ticket.spi;

import io.switchboard.connector.Describe;
import io.switchboard.connector.SchemaName;

/** What about a ticket changed. */
@SchemaName("HistoryField")
public enum HistoryField {
    /** It was made. */
    @Describe(en = "It was made.", zh = "创建。")
    CREATED,
    /** Its {@link TicketStatus}. */
    @Describe(en = "Its state.", zh = "状态。")
    STATUS,
    /** Its {@link Priority}. */
    @Describe(en = "How pressing it is.", zh = "优先级。")
    PRIORITY,
    /** Whether it stands out: {@code true} or {@code false}. */
    @Describe(en = "Whether it stands out: true or false.", zh = "是否标记：true 或 false。")
    FLAG,
    /** Who is to deal with it. */
    @Describe(en = "Who is to deal with it.", zh = "处理部门。")
    DEPARTMENT,
    /** By when, as an ISO 8601 time. */
    @Describe(en = "By when, as an ISO 8601 time.", zh = "截止时间（ISO 8601）。")
    DUE,
    /** It was commented; {@code to} is the {@link Visibility}. */
    @Describe(en = "It was commented; what it became is who may read the comment.", zh = "新增评论；新值为评论的可见范围。")
    COMMENT
}
