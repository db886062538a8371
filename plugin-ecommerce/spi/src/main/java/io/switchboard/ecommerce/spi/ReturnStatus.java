package io.switchboard.ecommerce.spi;

import io.switchboard.connector.Describe;
import io.switchboard.connector.SchemaName;

/** Where a return of goods stands. */
@SchemaName("ReturnStatus")
public enum ReturnStatus {
    /** Expected; the goods are with the customer. */
    @Describe(en = "The goods are expected.", zh = "待寄回。")
    ANNOUNCED,
    /** The goods are back. */
    @Describe(en = "The goods are back.", zh = "已收到退货。")
    RECEIVED,
    /** Called off. */
    @Describe(en = "Called off.", zh = "已撤销。")
    WITHDRAWN
}
