package io.switchboard.ecommerce.spi;

import io.switchboard.connector.Describe;
import io.switchboard.connector.SchemaName;

/** Where a parcel stands, as its carrier knows. */
@SchemaName("ParcelStatus")
public enum ParcelStatus {
    /** The carrier expects it. */
    @Describe(en = "The carrier has not got it yet.", zh = "待揽收。")
    ANNOUNCED,
    /** On its way. */
    @Describe(en = "On its way.", zh = "运输中。")
    IN_TRANSIT,
    /** With the courier. */
    @Describe(en = "With the courier.", zh = "派送中。")
    OUT_FOR_DELIVERY,
    /** Handed over. */
    @Describe(en = "Handed over.", zh = "已签收。")
    DELIVERED,
    /** On its way back to the shop, or there. */
    @Describe(en = "Goes back to the shop.", zh = "退回中或已退回。")
    RETURNED,
    /** The carrier has given up looking for it. */
    @Describe(en = "Lost.", zh = "已丢失。")
    LOST
}
