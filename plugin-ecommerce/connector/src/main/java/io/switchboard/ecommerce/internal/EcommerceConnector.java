package io.switchboard.ecommerce.internal;

import static io.switchboard.connector.Audience.CUSTOMER;
import static io.switchboard.connector.Audience.PUBLIC;
import static io.switchboard.connector.Effect.DESTRUCTIVE;
import static io.switchboard.connector.Effect.READ;
import static io.switchboard.connector.Effect.WRITE;
import static io.switchboard.connector.ErrorCode.CONFLICT;
import static io.switchboard.connector.ErrorCode.INVALID_ARGUMENTS;
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
import io.switchboard.ecommerce.internal.Inputs.FindOrder;
import io.switchboard.ecommerce.internal.Inputs.FindStock;
import io.switchboard.ecommerce.internal.Inputs.ListOrders;
import io.switchboard.ecommerce.internal.OrderViews.AddressChange;
import io.switchboard.ecommerce.internal.OrderViews.OrderRow;
import io.switchboard.ecommerce.internal.OrderViews.OrderView;
import io.switchboard.ecommerce.internal.OrderViews.StockView;
import io.switchboard.ecommerce.internal.backend.Carriers;
import io.switchboard.ecommerce.internal.backend.Shop;
import io.switchboard.ecommerce.internal.backend.Shops;
import io.switchboard.ecommerce.internal.refund.Refunds;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.spi.OrderQuery;
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
public final class EcommerceConnector extends ReturnOperations implements Connector {
    private final Shops shops;
    private final Carriers carriers;

    /** Works on whatever shops and carriers there are. */
    @Activate
    public EcommerceConnector(@Reference Shops shops, @Reference Carriers carriers, @Reference Refunds refunds) {
        super(shops, refunds);
        this.shops = shops;
        this.carriers = carriers;
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
    @Fails(code = NOT_FOUND, en = Wording.NO_ORDER_EN, zh = Wording.NO_ORDER_ZH)
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
    @Fails(code = NOT_FOUND, en = Wording.NO_ORDER_EN, zh = Wording.NO_ORDER_ZH)
    @Fails(code = CONFLICT, reason = Changes.CANCELLED, en = Wording.CANCELLED_EN, zh = Wording.CANCELLED_ZH)
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
    @Fails(code = CONFLICT, reason = OrderBackend.STALE, en = Wording.STALE_EN, zh = Wording.STALE_ZH)
    @Fails(code = CONFLICT, reason = OrderBackend.NOT_ALLOWED, en = Wording.NOT_ALLOWED_EN, zh = Wording.NOT_ALLOWED_ZH)
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
    @Fails(code = NOT_FOUND, en = Wording.NO_ORDER_EN, zh = Wording.NO_ORDER_ZH)
    @Fails(code = CONFLICT, reason = Changes.CANCELLED, en = Wording.CANCELLED_EN, zh = Wording.CANCELLED_ZH)
    @Fails(
            code = CONFLICT,
            reason = Changes.DISPATCHED,
            en = "The order has been sent; it can only be returned.",
            zh = "该订单已发出，只能退货。")
    @Fails(code = CONFLICT, reason = OrderBackend.STALE, en = Wording.STALE_EN, zh = Wording.STALE_ZH)
    @Fails(code = CONFLICT, reason = OrderBackend.NOT_ALLOWED, en = Wording.NOT_ALLOWED_EN, zh = Wording.NOT_ALLOWED_ZH)
    OrderView cancel(CancelOrder input, CallContext call) {
        return changes(input.customerId(), input.order(), call)
                .cancel(input.reason().orElse(""));
    }

    @Probe("order.cancel")
    ProbeResult<OrderView> cancelled(CancelOrder input, CallContext call) {
        return ProbeResult.of(changes(input.customerId(), input.order(), call).cancelled());
    }

    private Changes changes(String customerId, String idOrNumber, CallContext call) {
        return new Changes(shops.ofOrder(idOrNumber).during(call), carriers, customerId, idOrNumber, call);
    }
}
