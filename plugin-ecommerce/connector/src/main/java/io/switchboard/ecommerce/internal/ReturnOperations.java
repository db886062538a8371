package io.switchboard.ecommerce.internal;

import static io.switchboard.connector.Audience.CUSTOMER;
import static io.switchboard.connector.Effect.READ;
import static io.switchboard.connector.Effect.WRITE;
import static io.switchboard.connector.ErrorCode.CONFLICT;
import static io.switchboard.connector.ErrorCode.LIMIT_EXCEEDED;
import static io.switchboard.connector.ErrorCode.NOT_FOUND;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Fails;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Probe;
import io.switchboard.connector.ProbeResult;
import io.switchboard.ecommerce.internal.Inputs.FindOrder;
import io.switchboard.ecommerce.internal.Inputs.OpenReturn;
import io.switchboard.ecommerce.internal.Inputs.WithdrawReturn;
import io.switchboard.ecommerce.internal.OrderViews.ReturnView;
import io.switchboard.ecommerce.internal.OrderViews.Returns;
import io.switchboard.ecommerce.internal.backend.Shop;
import io.switchboard.ecommerce.internal.backend.Shops;
import io.switchboard.ecommerce.internal.refund.RefundRules;
import io.switchboard.ecommerce.internal.refund.Refunds;
import io.switchboard.ecommerce.spi.GoodsReturn;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderBackend;

/** The operations on goods that come back. */
abstract class ReturnOperations extends RefundOperations {
    private final Shops shops;
    private final Refunds refunds;

    ReturnOperations(Shops shops, Refunds refunds) {
        super(shops, refunds);
        this.shops = shops;
        this.refunds = refunds;
    }

    @Operation(
            id = "return.list",
            http = "GET /customers/{customerId}/orders/{order}/returns",
            effect = READ,
            audience = CUSTOMER,
            scope = "ecommerce.read")
    @Describe(en = "What of an order came back or is expected to.", zh = "查询订单的退货单。")
    @Fails(code = NOT_FOUND, en = Wording.NO_ORDER_EN, zh = Wording.NO_ORDER_ZH)
    Returns returns(FindOrder input, CallContext call) {
        Shop shop = shops.ofOrder(input.order()).during(call);
        Order order = shop.order(input.customerId(), input.order());
        return new Returns(
                shop.mark(order.id()),
                shop.backend().returns(input.customerId(), order.id()).stream()
                        .map(each -> OrderMapping.goodsReturn(shop, order.customerId(), each))
                        .toList());
    }

    @Operation(
            id = "return.open",
            http = "POST /customers/{customerId}/orders/{order}/returns",
            effect = WRITE,
            audience = CUSTOMER,
            scope = "ecommerce.write")
    @Describe(
            en =
                    "Announces that goods come back: for others instead, for repair, or for money later, by a refund that names the return. A"
                            + " customer who wants the money at once needs none of it: a refund announces its goods itself.",
            zh = "登记退货：换货、保修，或稍后凭此退货单退款。若客户要立即退款则无需先登记，退款会自行登记退货。")
    @Fails(code = NOT_FOUND, en = Wording.NO_ORDER_EN, zh = Wording.NO_ORDER_ZH)
    @Fails(
            code = CONFLICT,
            reason = RefundRules.NOT_SENT,
            en = "The order has not been sent; it can be cancelled.",
            zh = "该订单尚未发出，可直接取消。")
    @Fails(
            code = CONFLICT,
            reason = RefundRules.ON_ITS_WAY,
            en = "The order is still on its way; please wait until it arrives.",
            zh = "该订单仍在途中，请待送达后再申请。")
    @Fails(code = CONFLICT, reason = RefundRules.TOO_LATE, en = Wording.TOO_LATE_EN, zh = Wording.TOO_LATE_ZH)
    @Fails(
            code = LIMIT_EXCEEDED,
            reason = Refunds.NONE_LEFT,
            en = "So many are not left: they came back, are expected to, or were paid back.",
            zh = "可退件数不足：已退回、已登记退货或已退款。")
    @Fails(code = CONFLICT, reason = Refunds.UNFINISHED, en = Wording.UNFINISHED_EN, zh = Wording.UNFINISHED_ZH)
    @Fails(code = CONFLICT, reason = OrderBackend.NOT_ALLOWED, en = Wording.NOT_ALLOWED_EN, zh = Wording.NOT_ALLOWED_ZH)
    ReturnView open(OpenReturn input, CallContext call) {
        Shop shop = shops.ofOrder(input.order()).during(call);
        Order order = shop.order(input.customerId(), input.order());
        GoodsReturn made = refunds.returns()
                .open(shop, order, input.reason(), input.wish(), OrderMapping.pieces(input.items()), call);
        return OrderMapping.goodsReturn(shop, order.customerId(), made);
    }

    @Probe("return.open")
    ProbeResult<ReturnView> opened(OpenReturn input, CallContext call) {
        Shop shop = shops.ofOrder(input.order()).during(call);
        Order order = shop.order(input.customerId(), input.order());
        return ProbeResult.of(refunds.returns()
                .findOpened(shop, order, call)
                .map(each -> OrderMapping.goodsReturn(shop, order.customerId(), each)));
    }

    @Operation(
            id = "return.withdraw",
            http = "POST /customers/{customerId}/orders/{order}/returns/{returnId}/withdrawal",
            effect = WRITE,
            audience = CUSTOMER,
            scope = "ecommerce.write",
            idempotent = true)
    @Describe(
            en = "Takes a return back that is not there yet and not paid for: the customer keeps the goods.",
            zh = "撤销尚未收到且未退款的退货：客户保留商品。")
    @Fails(code = NOT_FOUND, en = "We could not find this return.", zh = "未找到该退货单。")
    @Fails(
            code = CONFLICT,
            reason = Refunds.PAID_FOR,
            en = "These goods were paid back, so they have to come back.",
            zh = "该商品已退款，须退回。")
    @Fails(code = CONFLICT, reason = Refunds.UNFINISHED, en = Wording.UNFINISHED_EN, zh = Wording.UNFINISHED_ZH)
    @Fails(
            code = CONFLICT,
            reason = OrderBackend.NOT_ALLOWED,
            en = "The goods are back already, or the shop does not allow it.",
            zh = "商品已退回，或商家系统不允许该操作。")
    ReturnView withdraw(WithdrawReturn input, CallContext call) {
        Shop shop = shops.ofOrder(input.order()).during(call);
        Order order = shop.order(input.customerId(), input.order());
        return OrderMapping.goodsReturn(
                shop, order.customerId(), refunds.returns().withdraw(shop, order, input.returnId(), call));
    }
}
