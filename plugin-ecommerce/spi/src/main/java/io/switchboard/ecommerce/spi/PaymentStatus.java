package io.switchboard.ecommerce.spi;

import io.switchboard.connector.Describe;
import io.switchboard.connector.SchemaName;

/** What of an order is paid. */
@SchemaName("PaymentStatus")
public enum PaymentStatus {
    /** Nothing. */
    @Describe(en = "Nothing is paid.", zh = "未付款。")
    UNPAID,
    /** A part. */
    @Describe(en = "A part is paid.", zh = "部分付款。")
    PARTLY_PAID,
    /** All. */
    @Describe(en = "All is paid.", zh = "已付款。")
    PAID,
    /** Paid, and a part of it given back. */
    @Describe(en = "A part was given back.", zh = "部分退款。")
    PARTLY_REFUNDED,
    /** Paid, and all of it given back. */
    @Describe(en = "All was given back.", zh = "已全额退款。")
    REFUNDED
}
