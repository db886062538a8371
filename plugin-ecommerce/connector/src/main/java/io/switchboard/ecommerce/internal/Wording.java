package io.switchboard.ecommerce.internal;

/** What customers are told of one thing by several operations. */
final class Wording {
    static final String NO_ORDER_EN = "We could not find this order.";
    static final String NO_ORDER_ZH = "未找到该订单。";
    static final String STALE_EN = "The order is being changed at this moment; please try again.";
    static final String STALE_ZH = "该订单正在变更，请重试。";
    static final String CANCELLED_EN = "The order is cancelled.";
    static final String CANCELLED_ZH = "该订单已取消。";
    static final String NOT_ALLOWED_EN = "The shop does not allow it.";
    static final String NOT_ALLOWED_ZH = "商家系统不允许该操作。";
    static final String REFUNDED_EN = "This was paid back already.";
    static final String REFUNDED_ZH = "该商品已退款。";
    static final String ABOVE_PAID_EN = "This is more than was bought or paid.";
    static final String ABOVE_PAID_ZH = "超出所购数量或已付金额。";
    static final String NOT_PAID_EN = "The order was not paid.";
    static final String NOT_PAID_ZH = "该订单尚未付款。";

    private Wording() {}
}
