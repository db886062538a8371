package io.switchboard.ticket.spi;

import io.switchboard.connector.Describe;
import io.switchboard.connector.SchemaName;

/** What a ticket is about. A backend maps its own types to these; what fits none is {@link #OTHER}. */
@SchemaName("TicketKind")
public enum TicketKind {
    /** A question. */
    @Describe(en = "A question.", zh = "咨询。")
    QUESTION,
    /** A complaint about goods, a service or a person. */
    @Describe(en = "A complaint about goods, a service or a person.", zh = "对商品、服务或人员的投诉。")
    COMPLAINT,
    /** Money back. */
    @Describe(en = "Money back.", zh = "退款。")
    REFUND,
    /** Goods back, or exchanged. */
    @Describe(en = "Goods back, or exchanged.", zh = "退货或换货。")
    RETURN,
    /** A delivery: late, lost, damaged, to another address. */
    @Describe(en = "A delivery: late, lost, damaged, to another address.", zh = "配送：延误、丢失、破损、改址。")
    DELIVERY,
    /** A payment or an invoice. */
    @Describe(en = "A payment or an invoice.", zh = "支付或发票。")
    PAYMENT,
    /** The customer's account: sign-in, data, level. */
    @Describe(en = "The customer's account: sign-in, data, level.", zh = "账户：登录、资料、等级。")
    ACCOUNT,
    /** Something does not work. */
    @Describe(en = "Something does not work.", zh = "技术故障。")
    TECHNICAL,
    /** Somebody else has the customer's account. */
    @Describe(en = "Somebody else has the customer's account.", zh = "账户被盗。")
    ACCOUNT_STOLEN,
    /** Somebody else paid with the customer's money, or the customer was tricked into paying. */
    @Describe(
            en = "Somebody else paid with the customer's money, or the customer was tricked into paying.",
            zh = "资金被盗刷，或客户受骗付款。")
    PAYMENT_FRAUD,
    /** None of these. */
    @Describe(en = "None of these.", zh = "其他。")
    OTHER
}
