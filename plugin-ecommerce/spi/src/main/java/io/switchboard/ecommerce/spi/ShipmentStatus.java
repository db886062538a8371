package io.switchboard.ecommerce.spi;

import io.switchboard.connector.Describe;
import io.switchboard.connector.SchemaName;

/** Where a shipment stands, as the shop knows. A backend maps its own states to these. */
@SchemaName("ShipmentStatus")
public enum ShipmentStatus {
    /** Not packed yet. */
    @Describe(en = "Not packed yet.", zh = "待打包。")
    WAITING,
    /** Packed, and still in the shop's hands. */
    @Describe(en = "Packed, not yet handed to the carrier.", zh = "已打包，待交运。")
    PACKED,
    /** Handed to the carrier. */
    @Describe(en = "Handed to the carrier.", zh = "已交运。")
    SENT,
    /** Arrived. */
    @Describe(en = "Arrived.", zh = "已送达。")
    DELIVERED,
    /** Will not be sent. */
    @Describe(en = "Will not be sent.", zh = "已取消。")
    CANCELLED
}
