package io.switchboard.ecommerce.spi;

import io.switchboard.connector.Describe;
import io.switchboard.connector.SchemaName;

/** Where an order stands. A backend maps its own states to these. */
@SchemaName("OrderStatus")
public enum OrderStatus {
    /** Placed, and not yet accepted or paid. */
    @Describe(en = "Placed, and not yet accepted or paid.", zh = "已下单，尚未确认或付款。")
    PLACED,
    /** Accepted; no part of it has been handed to a carrier. */
    @Describe(en = "Accepted and being prepared.", zh = "已确认，备货中。")
    CONFIRMED,
    /** At least a part of it was handed to a carrier. */
    @Describe(en = "At least a part of it is on its way.", zh = "已发货（全部或部分）。")
    SHIPPED,
    /** All of it arrived. */
    @Describe(en = "All of it arrived.", zh = "已全部送达。")
    DELIVERED,
    /** Called off before anything was handed to a carrier. */
    @Describe(en = "Called off.", zh = "已取消。")
    CANCELLED
}
