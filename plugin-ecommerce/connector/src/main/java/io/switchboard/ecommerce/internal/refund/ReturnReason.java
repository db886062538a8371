package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.Describe;
import io.switchboard.connector.SchemaName;

/** Why goods come back. */
@SchemaName("ReturnReason")
public enum ReturnReason {
    /** No longer wanted. */
    @Describe(en = "No longer wanted, does not fit, was ordered by mistake.", zh = "不想要了、不合适或误购。")
    CHANGED_MIND,
    /** Broken or spoilt. */
    @Describe(en = "Arrived broken, or does not work.", zh = "破损或无法使用。")
    DAMAGED,
    /** Something else than was ordered. */
    @Describe(en = "Something else was sent than was ordered or described.", zh = "发错货或与描述不符。")
    WRONG_ITEM
}
