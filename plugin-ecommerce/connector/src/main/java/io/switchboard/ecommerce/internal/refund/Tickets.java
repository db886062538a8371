package io.switchboard.ecommerce.internal.refund;

import io.switchboard.ticket.spi.DeskTicket;
import io.switchboard.ticket.spi.Priority;
import io.switchboard.ticket.spi.TicketKind;

/** What tickets say about refunds. They name orders and amounts, and nobody. */
final class Tickets {
    private static final String LINES = "\n";

    private Tickets() {}

    /** For those who deal with refunds: what was done, and what they have to see to. */
    static DeskTicket follow(Refund refund) {
        boolean back = refund.offer().terms().goodsBack();
        String todo = back
                ? "The goods are expected back. / 等待客户寄回商品。"
                : "Nothing comes back; what has not been sent must not be sent any more. / 无需退货；尚未发出的商品请勿再发。";
        return ticket(refund, "Refund of order / 订单退款 " + refund.offer().orderNumber(), Priority.NORMAL, todo);
    }

    /** For whoever has to finish what the hub can neither finish nor take back. */
    static DeskTicket handOver(Refund refund) {
        String credit = refund.begun(Step.CREDIT)
                ? "Whether the money was paid back is not known: look for the credit note before paying anything. / 是否已退款未知：请先查找贷项凭证，切勿直接重复退款。"
                : "The money was not paid back. / 尚未退款。";
        String goods = refund.begun(Step.RETURN)
                ? "A return may have been announced: look for it. / 可能已登记退货，请核实。"
                : "No return was announced. / 未登记退货。";
        return ticket(
                refund,
                "Refund stuck, finish by hand / 退款中断，需人工处理 " + refund.offer().orderNumber(),
                Priority.URGENT,
                credit + LINES + goods);
    }

    private static DeskTicket ticket(Refund refund, String subject, Priority least, String more) {
        Offer offer = refund.offer();
        String text = "Order / 订单: " + offer.orderNumber() + LINES
                + "Refund / 退款: " + refund.id() + LINES
                + "Amount / 金额: " + offer.amount().amount() + " "
                + offer.amount().currency()
                + " (fee / 手续费 " + offer.fee().amount() + ")" + LINES
                + "Rule / 规则: " + offer.terms().rule() + ", " + offer.reason() + LINES
                + "Return / 退货单: " + refund.returnId().orElse("-") + LINES
                + "Credit note / 贷项凭证: " + refund.result(Step.CREDIT).orElse("-") + LINES
                + more;
        return new DeskTicket(offer.customerId(), TicketKind.REFUND, subject, text, least, refund.conversation());
    }
}
