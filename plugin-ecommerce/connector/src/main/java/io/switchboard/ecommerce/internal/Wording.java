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
    static final String TOO_LATE_EN = "The time for sending it back is over.";
    static final String TOO_LATE_ZH = "已超过可申请退款或退货的期限。";
    static final String UNFINISHED_EN = "Another refund of this order is still under way.";
    static final String UNFINISHED_ZH = "该订单有另一笔退款正在处理。";
    static final String RETURN_OPEN_EN =
            "The return of such goods is announced already; refund that return by naming it, or withdraw it first.";
    static final String RETURN_OPEN_ZH = "该商品已登记退货：请以该退货单申请退款，或先撤销退货。";
    static final String RETURN_WITHDRAWN_EN = "The return was withdrawn.";
    static final String RETURN_WITHDRAWN_ZH = "该退货已撤销。";
    static final String NOT_OF_RETURN_EN = "So many of these are not in the return, or they were paid back already.";
    static final String NOT_OF_RETURN_ZH = "该退货单中没有这么多件，或已退款。";

    private Wording() {}
}
