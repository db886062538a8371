package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.Describe;
import io.switchboard.connector.SchemaName;

/** Where a refund stands, in a customer's eyes. */
@SchemaName("RefundStatus")
public enum RefundStatus {
    /** Offered. */
    @Describe(en = "Offered; nothing is done unless it is committed.", zh = "仅报价，未执行。")
    OFFERED,
    /** Under way. */
    @Describe(en = "Under way, and finished by itself; ask again later.", zh = "处理中，将自动完成，请稍后再查。")
    IN_PROGRESS,
    /** Paid back. */
    @Describe(en = "The money was given back.", zh = "已退款。")
    REFUNDED,
    /** Taken back. */
    @Describe(en = "It could not be done, and nothing was changed.", zh = "未能退款，一切未变。")
    NOT_DONE,
    /** With a person. */
    @Describe(en = "An employee sees to it, by an urgent ticket.", zh = "已转人工紧急处理。")
    WITH_A_PERSON
}
