package io.switchboard.ecommerce.internal;

import static io.switchboard.connector.Audience.CUSTOMER;
import static io.switchboard.connector.Audience.PUBLIC;
import static io.switchboard.connector.Effect.DESTRUCTIVE;
import static io.switchboard.connector.Effect.READ;
import static io.switchboard.connector.Effect.WRITE;
import static io.switchboard.connector.ErrorCode.CONFLICT;
import static io.switchboard.connector.ErrorCode.EXPIRED;
import static io.switchboard.connector.ErrorCode.INVALID_ARGUMENTS;
import static io.switchboard.connector.ErrorCode.LIMIT_EXCEEDED;
import static io.switchboard.connector.ErrorCode.NOT_FOUND;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Describe;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Fails;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Page;
import io.switchboard.connector.Probe;
import io.switchboard.connector.ProbeResult;
import io.switchboard.ecommerce.internal.Inputs.CancelOrder;
import io.switchboard.ecommerce.internal.Inputs.ChangeAddress;
import io.switchboard.ecommerce.internal.Inputs.CommitRefund;
import io.switchboard.ecommerce.internal.Inputs.FindOrder;
import io.switchboard.ecommerce.internal.Inputs.FindRefund;
import io.switchboard.ecommerce.internal.Inputs.FindStock;
import io.switchboard.ecommerce.internal.Inputs.ListOrders;
import io.switchboard.ecommerce.internal.Inputs.PreviewRefund;
import io.switchboard.ecommerce.internal.OrderViews.AddressChange;
import io.switchboard.ecommerce.internal.OrderViews.OrderRow;
import io.switchboard.ecommerce.internal.OrderViews.OrderView;
import io.switchboard.ecommerce.internal.OrderViews.Returns;
import io.switchboard.ecommerce.internal.OrderViews.StockView;
import io.switchboard.ecommerce.internal.RefundViews.QuoteView;
import io.switchboard.ecommerce.internal.RefundViews.RefundView;
import io.switchboard.ecommerce.internal.backend.Carriers;
import io.switchboard.ecommerce.internal.backend.Shop;
import io.switchboard.ecommerce.internal.backend.Shops;
import io.switchboard.ecommerce.internal.refund.Pricing;
import io.switchboard.ecommerce.internal.refund.Refund;
import io.switchboard.ecommerce.internal.refund.RefundRules;
import io.switchboard.ecommerce.internal.refund.RefundState;
import io.switchboard.ecommerce.internal.refund.Refunds;
import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.spi.OrderQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What callers can do with orders. A refund is previewed, and then exactly what was previewed is committed, once. */
@ConnectorType(id = "ecommerce", version = 1, title = "Orders", zh = "订单")
@Describe(
        en = "Orders of customers: find them, follow their parcels, change where they go, call them off, pay them"
                + " back.",
        zh = "客户订单：查询、物流跟踪、改址、取消与退款。")
@Component(service = Connector.class)
public final class EcommerceConnector implements Connector {
    private static final String NO_ORDER_EN = "We could not find this order.";
    private static final String NO_ORDER_ZH = "未找到该订单。";
    private static final String STALE_EN = "The order is being changed at this moment; please try again.";
    private static final String STALE_ZH = "该订单正在变更，请重试。";
    private static final String CANCELLED_EN = "The order is cancelled.";
    private static final String CANCELLED_ZH = "该订单已取消。";
    private static final String NOT_ALLOWED_EN = "The shop does not allow it.";
    private static final String NOT_ALLOWED_ZH = "商家系统不允许该操作。";
    private static final String REFUNDED_EN = "This was paid back already.";
    private static final String REFUNDED_ZH = "该商品已退款。";
    private static final String ABOVE_PAID_EN = "This is more than was bought or paid.";
    private static final String ABOVE_PAID_ZH = "超出所购数量或已付金额。";
    private static final String NOT_PAID_EN = "The order was not paid.";
    private static final String NOT_PAID_ZH = "该订单尚未付款。";

    private final Shops shops;
    private final Carriers carriers;
    private final Refunds refunds;

    /** Works on whatever shops and carriers there are. */
    @Activate
    public EcommerceConnector(@Reference Shops shops, @Reference Carriers carriers, @Reference Refunds refunds) {
        this.shops = shops;
        this.carriers = carriers;
        this.refunds = refunds;
    }

    @Operation(
            id = "order.get",
            http = "GET /customers/{customerId}/orders/{order}",
            effect = READ,
            audience = CUSTOMER,
            scope = "ecommerce.read")
    @Describe(
            en = "One order of a customer: items, payment, shipments, and where the parcels are.",
            zh = "查询客户的一个订单：商品、支付、发货与物流轨迹。")
    @Fails(code = NOT_FOUND, en = NO_ORDER_EN, zh = NO_ORDER_ZH)
    OrderView get(FindOrder input, CallContext call) {
        Shop shop = shops.ofOrder(input.order()).during(call);
        Order order = shop.order(input.customerId(), input.order());
        return OrderMapping.order(shop, order, each -> carriers.track(each, call.remaining()));
    }

    @Operation(
            id = "order.list",
            http = "GET /customers/{customerId}/orders",
            effect = READ,
            audience = CUSTOMER,
            scope = "ecommerce.read")
    @Describe(en = "A customer's orders, the newest first; all, or those in one state.", zh = "客户的订单列表，最新在前；可按状态筛选。")
    @Fails(code = INVALID_ARGUMENTS)
    Page<OrderRow> list(ListOrders input, CallContext call) {
        Shop shop = shops.ofCursor(input.page().cursor()).during(call);
        OrderQuery query = new OrderQuery(
                input.customerId(), input.status().map(Set::of).orElse(Set.of()), Shop.unmark(input.page()));
        return shop.mark(shop.backend().list(query).map(order -> OrderMapping.row(shop, order)));
    }

    @Operation(
            id = "stock.get",
            http = "GET /products/{sku}/stock",
            effect = READ,
            audience = PUBLIC,
            scope = "ecommerce.stock")
    @Describe(en = "How many pieces of a product can be sold now, and when more are expected.", zh = "查询商品库存及预计到货日期。")
    @Fails(code = NOT_FOUND, en = "We could not find this product.", zh = "未找到该商品。")
    StockView stock(FindStock input, CallContext call) {
        return shops.inUse()
                .during(call)
                .backend()
                .stock(input.sku())
                .map(OrderMapping::stock)
                .orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND));
    }

    @Operation(
            id = "address.change",
            http = "POST /customers/{customerId}/orders/{order}/address",
            effect = WRITE,
            audience = CUSTOMER,
            scope = "ecommerce.write",
            idempotent = true)
    @Describe(
            en = "Has an order go to another address: at the shop while it has not been sent, else by the carrier"
                    + " while that still redirects it.",
            zh = "修改收货地址：未发出时由商家修改，已在途则由承运商转寄（如仍可转寄）。")
    @Fails(code = NOT_FOUND, en = NO_ORDER_EN, zh = NO_ORDER_ZH)
    @Fails(code = CONFLICT, reason = Changes.CANCELLED, en = CANCELLED_EN, zh = CANCELLED_ZH)
    @Fails(code = CONFLICT, reason = Changes.ARRIVED, en = "The order has arrived.", zh = "该订单已送达。")
    @Fails(
            code = CONFLICT,
            reason = Changes.DISPATCHED,
            en = "The order has been sent, and the carrier takes it to no other address any more.",
            zh = "该订单已发出，承运商已无法改址。")
    @Fails(
            code = CONFLICT,
            reason = Changes.PARTLY_SENT,
            en = "A part of the order has been sent already; a colleague has to see to it.",
            zh = "该订单已部分发出，需由人工处理。")
    @Fails(code = CONFLICT, reason = OrderBackend.STALE, en = STALE_EN, zh = STALE_ZH)
    @Fails(code = CONFLICT, reason = OrderBackend.NOT_ALLOWED, en = NOT_ALLOWED_EN, zh = NOT_ALLOWED_ZH)
    AddressChange changeAddress(ChangeAddress input, CallContext call) {
        return changes(input.customerId(), input.order(), call)
                .address(input.address().address());
    }

    @Operation(
            id = "order.cancel",
            http = "POST /customers/{customerId}/orders/{order}/cancel",
            effect = DESTRUCTIVE,
            audience = CUSTOMER,
            scope = "ecommerce.write")
    @Describe(
            en = "Calls an order off that has not been sent. Money that was paid comes back by a refund.",
            zh = "取消尚未发出的订单。已付款项须另行退款。")
    @Fails(code = NOT_FOUND, en = NO_ORDER_EN, zh = NO_ORDER_ZH)
    @Fails(code = CONFLICT, reason = Changes.CANCELLED, en = CANCELLED_EN, zh = CANCELLED_ZH)
    @Fails(
            code = CONFLICT,
            reason = Changes.DISPATCHED,
            en = "The order has been sent; it can only be returned.",
            zh = "该订单已发出，只能退货。")
    @Fails(code = CONFLICT, reason = OrderBackend.STALE, en = STALE_EN, zh = STALE_ZH)
    @Fails(code = CONFLICT, reason = OrderBackend.NOT_ALLOWED, en = NOT_ALLOWED_EN, zh = NOT_ALLOWED_ZH)
    OrderView cancel(CancelOrder input, CallContext call) {
        return changes(input.customerId(), input.order(), call)
                .cancel(input.reason().orElse(""));
    }

    @Probe("order.cancel")
    ProbeResult<OrderView> cancelled(CancelOrder input, CallContext call) {
        return ProbeResult.of(changes(input.customerId(), input.order(), call).cancelled());
    }

    @Operation(
            id = "return.list",
            http = "GET /customers/{customerId}/orders/{order}/returns",
            effect = READ,
            audience = CUSTOMER,
            scope = "ecommerce.read")
    @Describe(en = "What of an order came back or is expected to.", zh = "查询订单的退货单。")
    @Fails(code = NOT_FOUND, en = NO_ORDER_EN, zh = NO_ORDER_ZH)
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
            id = "refund.preview",
            http = "POST /customers/{customerId}/orders/{order}/refund-quotes",
            effect = READ,
            audience = CUSTOMER,
            scope = "ecommerce.refund")
    @Describe(
            en = "Says what the customer would get back for an order or some of its items, by which rule, with"
                    + " which fee, and gives a quote. Nothing is done. Tell the customer the amount, the fee and"
                    + " whether goods have to come back, and commit the quote only when the customer agrees.",
            zh = "试算订单或部分商品的退款金额、规则与手续费，并给出报价；不执行任何操作。请先告知客户金额、手续费及是否需退货，客户同意后再确认。")
    @Fails(code = NOT_FOUND, en = NO_ORDER_EN, zh = NO_ORDER_ZH)
    @Fails(code = CONFLICT, reason = Pricing.NOT_PAID, en = NOT_PAID_EN, zh = NOT_PAID_ZH)
    @Fails(code = CONFLICT, reason = Pricing.ALREADY_REFUNDED, en = REFUNDED_EN, zh = REFUNDED_ZH)
    @Fails(code = LIMIT_EXCEEDED, reason = Pricing.ABOVE_PAID, en = ABOVE_PAID_EN, zh = ABOVE_PAID_ZH)
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
    @Fails(
            code = CONFLICT,
            reason = RefundRules.TOO_LATE,
            en = "The time for sending it back is over.",
            zh = "已超过可申请退款的期限。")
    QuoteView preview(PreviewRefund input, CallContext call) {
        Shop shop = shops.ofOrder(input.order()).during(call);
        Order order = shop.order(input.customerId(), input.order());
        List<LineQuantity> pieces = input.items().orElse(List.of()).stream()
                .map(item -> new LineQuantity(item.itemId(), item.quantity()))
                .toList();
        return RefundMapping.quote(refunds.offer(shop, order, input.reason(), pieces, call));
    }

    @Operation(
            id = "refund.commit",
            http = "POST /customers/{customerId}/refunds",
            effect = DESTRUCTIVE,
            audience = CUSTOMER,
            scope = "ecommerce.refund",
            deadline = "PT15S")
    @Describe(
            en = "Pays back exactly what a quote says, once. Only when the customer has agreed to the amount. If it"
                    + " is not finished in time it goes on by itself; refund.get tells how far it is.",
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
    @Fails(
            code = CONFLICT,
            reason = Refunds.UNFINISHED,
            en = "Another refund of this order is still under way.",
            zh = "该订单有另一笔退款正在处理。")
    @Fails(
            code = CONFLICT,
            reason = Refunds.REFUSED,
            en = "The shop did not allow the refund; nothing was changed.",
            zh = "商家系统未允许退款，一切未变。")
    @Fails(code = CONFLICT, reason = Pricing.NOT_PAID, en = NOT_PAID_EN, zh = NOT_PAID_ZH)
    @Fails(code = CONFLICT, reason = Pricing.ALREADY_REFUNDED, en = REFUNDED_EN, zh = REFUNDED_ZH)
    @Fails(code = LIMIT_EXCEEDED, reason = Pricing.ABOVE_PAID, en = ABOVE_PAID_EN, zh = ABOVE_PAID_ZH)
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

    private Changes changes(String customerId, String idOrNumber, CallContext call) {
        return new Changes(shops.ofOrder(idOrNumber).during(call), carriers, customerId, idOrNumber, call);
    }
}
