package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.Describe;
import io.switchboard.connector.SchemaName;

/** What a person says of a refund that waited for one. */
@SchemaName("Settlement")
public enum Settlement {
    /** The money went back by hand. */
    @Describe(en = "The money was given back by hand, by the credit note that is named.", zh = "已人工退款，见所填贷项凭证。")
    PAID,
    /** Nothing comes of it. */
    @Describe(
            en = "No money was given back, and none will be by this refund; the order is free for another.",
            zh = "未退款，且本次退款作废；订单可重新申请退款。")
    ABANDONED,
    /** The hub is to go on. */
    @Describe(en = "What was in the way is gone; the hub is to go on.", zh = "障碍已排除，由系统继续处理。")
    TRY_AGAIN
}
