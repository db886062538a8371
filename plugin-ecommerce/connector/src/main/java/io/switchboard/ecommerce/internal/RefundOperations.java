package io.switchboard.ecommerce.internal;

import static io.switchboard.connector.Audience.CUSTOMER;
import static io.switchboard.connector.Audience.STAFF;
import static io.switchboard.connector.Effect.DESTRUCTIVE;
import static io.switchboard.connector.Effect.READ;
import static io.switchboard.connector.ErrorCode.CONFLICT;
import static io.switchboard.connector.ErrorCode.EXPIRED;
import static io.switchboard.connector.ErrorCode.INVALID_ARGUMENTS;
import static io.switchboard.connector.ErrorCode.LIMIT_EXCEEDED;
import static io.switchboard.connector.ErrorCode.NOT_FOUND;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Fails;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Page;
import io.switchboard.connector.Probe;
import io.switchboard.connector.ProbeResult;
import io.switchboard.ecommerce.internal.Inputs.CommitRefund;
import io.switchboard.ecommerce.internal.Inputs.FindRefund;
import io.switchboard.ecommerce.internal.Inputs.ListWaiting;
import io.switchboard.ecommerce.internal.Inputs.PreviewRefund;
import io.switchboard.ecommerce.internal.Inputs.SettleRefund;
import io.switchboard.ecommerce.internal.RefundViews.QuoteView;
import io.switchboard.ecommerce.internal.RefundViews.RefundView;
import io.switchboard.ecommerce.internal.RefundViews.WaitingView;
import io.switchboard.ecommerce.internal.backend.Shop;
import io.switchboard.ecommerce.internal.backend.Shops;
import io.switchboard.ecommerce.internal.refund.Pricing;
import io.switchboard.ecommerce.internal.refund.Refund;
import io.switchboard.ecommerce.internal.refund.RefundRules;
import io.switchboard.ecommerce.internal.refund.RefundState;
import io.switchboard.ecommerce.internal.refund.Refunds;
import io.switchboard.ecommerce.spi.Order;
import java.util.Optional;

/** The operations on money that goes back. */
abstract class RefundOperations {
    private final Shops shops;
    private final Refunds refunds;

    RefundOperations(Shops shops, Refunds refunds) {
        this.shops = shops;
        this.refunds = refunds;
    }

    @Operation(
            id = "refund.preview",
            http = "POST /customers/{customerId}/orders/{order}/refund-quotes",
            effect = READ,
            audience = CUSTOMER,
            scope = "ecommerce.refund")
    @Describe(
            en =
                    "Says what the customer would get back for an order or some of its items, by which rule, with which fee, and gives a"
                            + " quote. Nothing is done. Tell the customer the amount, the fee and whether goods have to come back, and commit"
                            + " the quote only when the customer agrees.",
            zh = "试算订单或部分商品的退款金额、规则与手续费，并给出报价；不执行任何操作。请先告知客户金额、手续费及是否需退货，客户同意后再确认。")
    @Fails(code = NOT_FOUND, en = Wording.NO_ORDER_EN, zh = Wording.NO_ORDER_ZH)
    @Fails(code = CONFLICT, reason = Pricing.NOT_PAID, en = Wording.NOT_PAID_EN, zh = Wording.NOT_PAID_ZH)
    @Fails(code = CONFLICT, reason = Pricing.ALREADY_REFUNDED, en = Wording.REFUNDED_EN, zh = Wording.REFUNDED_ZH)
    @Fails(code = LIMIT_EXCEEDED, reason = Pricing.ABOVE_PAID, en = Wording.ABOVE_PAID_EN, zh = Wording.ABOVE_PAID_ZH)
    @Fails(
            code = CONFLICT,
            reason = RefundRules.ON_ITS_WAY,
            en = "The order is still on its way; please wait until it arrives.",
            zh = "该订单仍在途中，请待送达后再申请。")
    @Fails(
            code = CONFLICT,
            reason = RefundRules.ARRIVED,
            en = "According to the carrier the order has arrived.",
            zh = "承运商显示该订单已送达。")
    @Fails(code = CONFLICT, reason = RefundRules.TOO_LATE, en = Wording.TOO_LATE_EN, zh = Wording.TOO_LATE_ZH)
    @Fails(code = CONFLICT, reason = Refunds.RETURN_OPEN, en = Wording.RETURN_OPEN_EN, zh = Wording.RETURN_OPEN_ZH)
    @Fails(
            code = CONFLICT,
            reason = Refunds.RETURN_WITHDRAWN,
            en = Wording.RETURN_WITHDRAWN_EN,
            zh = Wording.RETURN_WITHDRAWN_ZH)
    @Fails(
            code = CONFLICT,
            reason = Refunds.NOT_OF_RETURN,
            en = Wording.NOT_OF_RETURN_EN,
            zh = Wording.NOT_OF_RETURN_ZH)
    QuoteView preview(PreviewRefund input, CallContext call) {
        Shop shop = shops.ofOrder(input.order()).during(call);
        Order order = shop.order(input.customerId(), input.order());
        return RefundMapping.quote(
                refunds.offer(shop, order, input.reason(), OrderMapping.pieces(input.items()), input.returnId(), call));
    }

    @Operation(
            id = "refund.commit",
            http = "POST /customers/{customerId}/refunds",
            effect = DESTRUCTIVE,
            audience = CUSTOMER,
            scope = "ecommerce.refund",
            deadline = "PT15S")
    @Describe(
            en =
                    "Pays back exactly what a quote says, once. Only when the customer has agreed to the amount. If it is not finished in"
                            + " time it goes on by itself; refund.get tells how far it is.",
            zh = "按报价退款，仅执行一次，须先征得客户同意。如未能即时完成将自动继续，可用 refund.get 查询进度。")
    @Fails(code = NOT_FOUND, en = "We could not find this quote.", zh = "未找到该退款报价。")
    @Fails(
            code = EXPIRED,
            reason = Refunds.QUOTE_EXPIRED,
            en = "The quote has expired; please ask for a new one.",
            zh = "退款报价已过期，请重新试算。")
    @Fails(code = CONFLICT, reason = Refunds.USED, en = "This quote was committed before.", zh = "该退款报价已使用。")
    @Fails(
            code = CONFLICT,
            reason = Refunds.CHANGED,
            en = "The order has changed since; please ask for a new quote.",
            zh = "订单已变化，请重新试算。")
    @Fails(code = CONFLICT, reason = Refunds.OTHER_AMOUNT, en = "The quote is of another amount.", zh = "金额与报价不一致。")
    @Fails(code = CONFLICT, reason = Refunds.UNFINISHED, en = Wording.UNFINISHED_EN, zh = Wording.UNFINISHED_ZH)
    @Fails(code = CONFLICT, reason = Refunds.RETURN_OPEN, en = Wording.RETURN_OPEN_EN, zh = Wording.RETURN_OPEN_ZH)
    @Fails(
            code = CONFLICT,
            reason = Refunds.RETURN_WITHDRAWN,
            en = Wording.RETURN_WITHDRAWN_EN,
            zh = Wording.RETURN_WITHDRAWN_ZH)
    @Fails(
            code = CONFLICT,
            reason = Refunds.NOT_OF_RETURN,
            en = Wording.NOT_OF_RETURN_EN,
            zh = Wording.NOT_OF_RETURN_ZH)
    @Fails(
            code = CONFLICT,
            reason = Refunds.REFUSED,
            en = "The shop did not allow the refund; nothing was changed.",
            zh = "商家系统未允许退款，一切未变。")
    @Fails(code = CONFLICT, reason = Pricing.NOT_PAID, en = Wording.NOT_PAID_EN, zh = Wording.NOT_PAID_ZH)
    @Fails(code = CONFLICT, reason = Pricing.ALREADY_REFUNDED, en = Wording.REFUNDED_EN, zh = Wording.REFUNDED_ZH)
    @Fails(code = LIMIT_EXCEEDED, reason = Pricing.ABOVE_PAID, en = Wording.ABOVE_PAID_EN, zh = Wording.ABOVE_PAID_ZH)
    RefundView commit(CommitRefund input, CallContext call) {
        return RefundMapping.refund(refunds.commit(input.customerId(), input.quoteId(), input.amount(), call));
    }

    @Probe("refund.commit")
    ProbeResult<RefundView> committed(CommitRefund input, CallContext call) {
        Optional<Refund> refund = refunds.findCommitted(input.customerId(), call.correlationId());
        // One that was undone is told as refused when the call comes again.
        return ProbeResult.of(
                refund.filter(each -> each.state() != RefundState.UNDONE).map(RefundMapping::refund));
    }

    @Operation(
            id = "refund.get",
            http = "GET /customers/{customerId}/refunds/{refundId}",
            effect = READ,
            audience = CUSTOMER,
            scope = "ecommerce.read")
    @Describe(en = "How far a refund is.", zh = "查询退款进度。")
    @Fails(code = NOT_FOUND, en = "We could not find this refund.", zh = "未找到该退款。")
    RefundView refund(FindRefund input) {
        return RefundMapping.refund(refunds.find(input.customerId(), input.refundId()));
    }

    @Operation(
            id = "refund.waiting.list",
            http = "GET /refunds/waiting",
            effect = READ,
            audience = STAFF,
            scope = "ecommerce.staff")
    @Describe(
            en = "Refunds that can neither be finished nor taken back and wait for an employee, the longest first.",
            zh = "既不能完成也不能撤销、等待人工处理的退款，等待最久的在前。")
    @Fails(code = INVALID_ARGUMENTS)
    Page<WaitingView> waiting(ListWaiting input) {
        return refunds.waiting(input.page()).map(RefundMapping::waiting);
    }

    @Operation(
            id = "refund.settle",
            http = "POST /refunds/{refundId}/settlement",
            effect = DESTRUCTIVE,
            audience = STAFF,
            scope = "ecommerce.staff",
            deadline = "PT15S")
    @Describe(
            en =
                    "An employee says what came of a refund that waited for one: the money went back by hand, nothing comes of it, or the"
                            + " hub is to go on. The shop is asked first whether that can be.",
            zh = "由员工给出等待人工处理的退款的结果：已人工退款、作废，或由系统继续处理。系统会先在商家系统中核实。")
    @Fails(code = NOT_FOUND, en = "There is no such refund or credit note.", zh = "未找到该退款或贷项凭证。")
    @Fails(
            code = CONFLICT,
            reason = Refunds.NOT_WAITING,
            en = "This refund does not wait for a person.",
            zh = "该退款并未等待人工处理。")
    @Fails(
            code = CONFLICT,
            reason = Refunds.WAS_PAID,
            en = "The shop has a credit note of this refund; settle it as paid, by that note.",
            zh = "商家系统中已有该退款的贷项凭证，请以该凭证按已退款处理。")
    @Fails(
            code = CONFLICT,
            reason = Refunds.OTHER_AMOUNT,
            en = "The credit note is of another amount than the refund.",
            zh = "贷项凭证的金额与退款不一致。")
    @Fails(
            code = CONFLICT,
            reason = Refunds.NOTE_USED,
            en = "The credit note belongs to another refund.",
            zh = "该贷项凭证属于另一笔退款。")
    RefundView settle(SettleRefund input, CallContext call) {
        return RefundMapping.refund(refunds.settle(input.refundId(), input.outcome(), input.creditNote(), call));
    }

    @Probe("refund.settle")
    ProbeResult<RefundView> settled(SettleRefund input, CallContext call) {
        return ProbeResult.of(
                refunds.findSettled(input.refundId(), call.correlationId()).map(RefundMapping::refund));
    }
}
