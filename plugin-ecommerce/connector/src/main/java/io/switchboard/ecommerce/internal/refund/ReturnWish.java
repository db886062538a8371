package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.Describe;
import io.switchboard.connector.SchemaName;

/** What the customer would have for goods that come back. */
@SchemaName("ReturnWish")
public enum ReturnWish {
    /** Others of the kind. */
    @Describe(en = "Others instead.", zh = "换货。")
    EXCHANGE,
    /** The same ones, in order. */
    @Describe(en = "Have them repaired, under the warranty; with DAMAGED alone.", zh = "保修期内维修，仅限 DAMAGED。")
    REPAIR,
    /** The money. */
    @Describe(
            en = "The money, by a refund that names the return; that may be when the goods are there.",
            zh = "退款，另以该退货单申请，可待商家收到后再办。")
    REFUND
}
