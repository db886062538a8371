package io.switchboard.ecommerce.internal;

import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Money;
import io.switchboard.connector.Owner;
import io.switchboard.connector.SchemaName;
import io.switchboard.connector.Sensitive;
import io.switchboard.connector.Untrusted;
import io.switchboard.ecommerce.spi.OrderStatus;
import io.switchboard.ecommerce.spi.ParcelStatus;
import io.switchboard.ecommerce.spi.PaymentStatus;
import io.switchboard.ecommerce.spi.ReturnStatus;
import io.switchboard.ecommerce.spi.ShipmentStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the operations on orders give. */
final class OrderViews {
    private OrderViews() {}

    @SchemaName("OrderItem")
    record ItemView(
            @Describe(en = "The item's id within the order.", zh = "商品行编号。") @Example("2")
            String itemId,

            @Describe(en = "The product's code.", zh = "商品编码。") @Example("CBL-001")
            String sku,

            @Describe(en = "What it is.", zh = "商品名称。") @Example("数据线")
            String name,

            @Describe(en = "How many pieces were ordered.", zh = "件数。") @Example("3")
            int quantity,

            @Describe(en = "What all pieces cost.", zh = "小计。")
            Money total,

            @Describe(en = "For how many pieces money was given back.", zh = "已退款件数。") @Example("0")
            int refunded,

            @Describe(en = "How many pieces came back or are expected to.", zh = "已退回或待退回件数。") @Example("0")
            int returning) {}

    @SchemaName("Payment")
    record PaymentView(
            @Describe(en = "How the order is paid.", zh = "支付状态。") @Example("PAID")
            PaymentStatus status,

            @Describe(en = "What the order costs.", zh = "订单总额。")
            Money total,

            @Describe(en = "What was paid.", zh = "已付金额。") Money paid,

            @Describe(en = "What was given back.", zh = "已退金额。")
            Money refunded) {}

    @SchemaName("TrackingStep")
    record StepView(
            @Describe(en = "When.", zh = "时间。") @Example("2026-01-30T08:15:00Z")
            Instant at,

            @Describe(en = "Where; empty where the carrier does not say.", zh = "地点；承运商未提供则为空。") @Example("上海市")
            String place,

            @Sensitive(DataClass.FREE_TEXT)
            @Untrusted
            @Describe(en = "What happened, in the carrier's words.", zh = "承运商的描述。")
            @Example("已到达转运中心")
            String text) {}

    @SchemaName("Tracking")
    record TrackingView(
            @Describe(en = "Where the parcel stands, as the carrier knows.", zh = "承运商提供的包裹状态。") @Example("IN_TRANSIT")
            ParcelStatus status,

            @Describe(en = "When it is expected to arrive.", zh = "预计送达日期。") @Example("2026-02-01")
            Optional<LocalDate> expected,

            @Describe(en = "What happened to it, the oldest first.", zh = "物流轨迹，最早在前。")
            List<StepView> steps) {}

    @SchemaName("DeliveryAddress")
    record AddressView(
            @Sensitive(DataClass.NAME) @Describe(en = "Who takes the goods.", zh = "收件人。") @Example("李明轩")
            String recipient,

            @Sensitive(DataClass.PHONE)
            @Describe(en = "The recipient's telephone number.", zh = "收件人电话。")
            @Example("13800001001")
            Optional<String> phone,

            @Sensitive(DataClass.ADDRESS)
            @Describe(en = "District, street, house and flat.", zh = "区、街道、门牌号、室。")
            @Example("浦东新区世纪大道100号8栋1602室")
            String street,

            @Describe(en = "The city.", zh = "城市。") @Example("上海市")
            String city,

            @Describe(en = "The province, state or county.", zh = "省、州或郡。")
            Optional<String> region,

            @Sensitive(DataClass.ADDRESS) @Describe(en = "The postal code.", zh = "邮政编码。") @Example("200120")
            Optional<String> postcode,

            @Describe(en = "The country, by its two letters.", zh = "国家或地区代码。") @Example("CN")
            String country) {}

    @SchemaName("Shipment")
    record ShipmentView(
            @Describe(en = "Where it stands, as the shop knows.", zh = "商家记录的发货状态。") @Example("SENT")
            ShipmentStatus status,

            @Describe(en = "Who carries it; empty where nobody is named yet.", zh = "承运商；尚未指定则为空。") @Example("顺丰速运")
            String carrier,

            @Describe(en = "The carrier's number for it; absent before there is one.", zh = "运单号；尚未生成则缺省。")
            @Example("SF100101")
            Optional<String> trackingNumber,

            @Describe(en = "Where it goes.", zh = "收货地址。") Optional<AddressView> address,

            @Describe(en = "When it was handed to the carrier.", zh = "发出时间。") @Example("2026-01-30T08:15:00Z")
            Optional<Instant> sentAt,

            @Describe(en = "When it arrived.", zh = "送达时间。") @Example("2026-02-01T10:00:00Z")
            Optional<Instant> deliveredAt,

            @Describe(
                    en =
                            "What the carrier says; absent before there is a parcel, and where the carrier does not answer.",
                    zh = "承运商的物流信息；尚无包裹或承运商未响应时缺省。")
            Optional<TrackingView> tracking) {}

    @SchemaName("Order")
    record OrderView(
            @Describe(en = "The order's id.", zh = "订单编号。") @Example("embedded~123")
            String id,

            @Describe(en = "The number that the customer knows it by.", zh = "订单号。") @Example("SO100102")
            String number,

            @Owner @Describe(en = "Whose it is.", zh = "所属客户。") @Example("C-1001")
            String customerId,

            @Describe(en = "When it was placed.", zh = "下单时间。") @Example("2026-01-29T18:02:00Z")
            Instant placedAt,

            @Describe(en = "Where it stands.", zh = "订单状态。") @Example("CONFIRMED")
            OrderStatus status,

            @Describe(en = "What was ordered.", zh = "订购的商品。")
            List<ItemView> items,

            @Describe(en = "How it is paid.", zh = "支付情况。") PaymentView payment,

            @Describe(en = "What is sent in which parcel.", zh = "发货与物流。")
            List<ShipmentView> shipments,

            @Describe(
                    en = "Whether the shop has it all in its hands still, so that it can be cancelled and go anywhere.",
                    zh = "是否尚未交运，即仍可取消、可改任意地址。")
            @Example("true")
            boolean notSent) {}

    @SchemaName("OrderRow")
    record OrderRow(
            @Describe(en = "The order's id.", zh = "订单编号。") @Example("embedded~123")
            String id,

            @Describe(en = "The number that the customer knows it by.", zh = "订单号。") @Example("SO100102")
            String number,

            @Owner @Describe(en = "Whose it is.", zh = "所属客户。") @Example("C-1001")
            String customerId,

            @Describe(en = "When it was placed.", zh = "下单时间。") @Example("2026-01-29T18:02:00Z")
            Instant placedAt,

            @Describe(en = "Where it stands.", zh = "订单状态。") @Example("CONFIRMED")
            OrderStatus status,

            @Describe(en = "The names of what was ordered.", zh = "商品名称。") @Example("[\"平板保护套\",\"数据线\"]")
            List<String> items,

            @Describe(en = "How it is paid.", zh = "支付情况。") PaymentView payment) {}

    @SchemaName("Stock")
    record StockView(
            @Describe(en = "The product's code.", zh = "商品编码。") @Example("HDP-700")
            String sku,

            @Describe(en = "What it is.", zh = "商品名称。") @Example("降噪耳机")
            String name,

            @Describe(en = "How many pieces can be sold now.", zh = "可售件数。") @Example("12")
            int available,

            @Describe(en = "When more are expected, where that is known.", zh = "预计到货日期。") @Example("2026-02-10")
            Optional<LocalDate> expected) {}

    @SchemaName("AddressChange")
    record AddressChange(
            @Describe(en = "The order's id.", zh = "订单编号。") @Example("embedded~123")
            String orderId,

            @Describe(en = "The order's number.", zh = "订单号。") @Example("SO100102")
            String number,

            @Owner @Describe(en = "Whose it is.", zh = "所属客户。") @Example("C-1001")
            String customerId,

            @Describe(
                    en =
                            "True: the parcel was on its way and the carrier takes it to the new address. False: it had not been sent.",
                    zh = "true：包裹已在途，由承运商转寄新地址；false：尚未发出，已直接修改。")
            @Example("false")
            boolean redirected,

            @Describe(en = "Where it goes now.", zh = "现收货地址。")
            AddressView address) {}

    @SchemaName("Return")
    record ReturnView(
            @Describe(en = "The return's id.", zh = "退货单编号。") @Example("embedded~7")
            String id,

            @Owner @Describe(en = "Whose it is.", zh = "所属客户。") @Example("C-1001")
            String customerId,

            @Describe(en = "Where it stands.", zh = "退货状态。") @Example("ANNOUNCED")
            ReturnStatus status,

            @Describe(en = "What comes back.", zh = "退回的商品。")
            List<ReturnItem> items,

            @Describe(en = "When it was announced.", zh = "登记时间。") @Example("2026-01-30T09:00:00Z")
            Instant at) {}

    @SchemaName("ReturnItem")
    record ReturnItem(
            @Describe(en = "The item, by its id in the order.", zh = "商品行编号。") @Example("2")
            String itemId,

            @Describe(en = "How many pieces.", zh = "件数。") @Example("1")
            int quantity) {}

    @SchemaName("Returns")
    record Returns(
            @Describe(en = "The order's id.", zh = "订单编号。") @Example("embedded~123")
            String orderId,

            @Describe(en = "Its returns, the oldest first.", zh = "退货单，最早在前。")
            List<ReturnView> returns) {}
}
