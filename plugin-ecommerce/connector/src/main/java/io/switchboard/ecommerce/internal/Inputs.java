package io.switchboard.ecommerce.internal;

import io.switchboard.connector.CustomerId;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Length;
import io.switchboard.connector.Matches;
import io.switchboard.connector.Money;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.Range;
import io.switchboard.connector.SchemaName;
import io.switchboard.connector.Sensitive;
import io.switchboard.ecommerce.internal.refund.RefundReason;
import io.switchboard.ecommerce.internal.refund.ReturnReason;
import io.switchboard.ecommerce.internal.refund.ReturnWish;
import io.switchboard.ecommerce.internal.refund.Settlement;
import io.switchboard.ecommerce.spi.Address;
import io.switchboard.ecommerce.spi.OrderStatus;
import java.util.List;
import java.util.Optional;

/** What the operations take. */
final class Inputs {
    private Inputs() {}

    record FindOrder(
            @CustomerId
            @Length(min = 1, max = 100)
            @Describe(en = "The customer whose order it is.", zh = "订单所属的客户。")
            @Example("C-1001")
            String customerId,

            @Length(min = 1, max = 121)
            @Describe(
                    en = "The order's number as the customer knows it, or its id as another operation gave it.",
                    zh = "客户所知的订单号，或其他操作返回的订单编号。")
            @Example("SO100102")
            String order) {}

    record ListOrders(
            @CustomerId
            @Length(min = 1, max = 100)
            @Describe(en = "The customer whose orders are wanted.", zh = "要查询的客户。")
            @Example("C-1001")
            String customerId,

            @Describe(en = "Only those in this state.", zh = "仅该状态的订单。") @Example("SHIPPED")
            Optional<OrderStatus> status,

            PageRequest page) {}

    record FindStock(
            @Length(min = 1, max = 100)
            @Describe(en = "The product's code, as items of orders have it.", zh = "商品编码，见订单商品。")
            @Example("HDP-700")
            String sku) {}

    @SchemaName("NewAddress")
    record NewAddress(
            @Length(min = 1, max = 200)
            @Sensitive(DataClass.NAME)
            @Describe(en = "Who takes the goods.", zh = "收件人。")
            @Example("李明轩")
            String recipient,

            @Length(min = 5, max = 40)
            @Sensitive(DataClass.PHONE)
            @Describe(en = "The recipient's telephone number.", zh = "收件人电话。")
            @Example("13800001001")
            Optional<String> phone,

            @Length(min = 1, max = 500)
            @Sensitive(DataClass.ADDRESS)
            @Describe(en = "District, street, house and flat.", zh = "区、街道、门牌号、室。")
            @Example("徐汇区漕溪北路398号2栋501室")
            String street,

            @Length(min = 1, max = 100) @Describe(en = "The city.", zh = "城市。") @Example("上海市")
            String city,

            @Length(min = 1, max = 100) @Describe(en = "The province, state or county.", zh = "省、州或郡。")
            Optional<String> region,

            @Length(min = 2, max = 20)
            @Sensitive(DataClass.ADDRESS)
            @Describe(en = "The postal code.", zh = "邮政编码。")
            @Example("200030")
            Optional<String> postcode,

            @Matches("[A-Z]{2}")
            @Describe(en = "The country, by its two letters (ISO 3166).", zh = "国家或地区的两位代码（ISO 3166）。")
            @Example("CN")
            String country) {
        Address address() {
            return Address.builder(recipient, street, city, country)
                    .phone(phone)
                    .region(region)
                    .postcode(postcode)
                    .build();
        }
    }

    record ChangeAddress(
            @CustomerId
            @Length(min = 1, max = 100)
            @Describe(en = "The customer whose order it is.", zh = "订单所属的客户。")
            @Example("C-1001")
            String customerId,

            @Length(min = 1, max = 121)
            @Describe(en = "The order's number or id.", zh = "订单号或订单编号。")
            @Example("SO100102")
            String order,

            @Describe(en = "Where it is to go.", zh = "新的收货地址。")
            NewAddress address) {}

    record CancelOrder(
            @CustomerId
            @Length(min = 1, max = 100)
            @Describe(en = "The customer whose order it is.", zh = "订单所属的客户。")
            @Example("C-1001")
            String customerId,

            @Length(min = 1, max = 121)
            @Describe(en = "The order's number or id.", zh = "订单号或订单编号。")
            @Example("SO100105")
            String order,

            @Length(min = 1, max = 200)
            @Sensitive(DataClass.FREE_TEXT)
            @Describe(en = "Why; for employees.", zh = "原因，供内部查看。")
            @Example("Ordered twice by mistake")
            Optional<String> reason) {}

    @SchemaName("RefundItem")
    record RefundItem(
            @Length(min = 1, max = 100)
            @Describe(en = "The item, by its id in the order.", zh = "商品行编号，见订单。")
            @Example("2")
            String itemId,

            @Range(min = 1, max = 1_000_000) @Describe(en = "How many pieces of it.", zh = "件数。") @Example("1")
            int quantity) {}

    record PreviewRefund(
            @CustomerId
            @Length(min = 1, max = 100)
            @Describe(en = "The customer whose order it is.", zh = "订单所属的客户。")
            @Example("C-1001")
            String customerId,

            @Length(min = 1, max = 121)
            @Describe(en = "The order's number or id.", zh = "订单号或订单编号。")
            @Example("SO100102")
            String order,

            @Describe(en = "Why the customer wants the money back.", zh = "退款原因。") @Example("CHANGED_MIND")
            RefundReason reason,

            @Length(min = 1, max = 200)
            @Describe(
                    en = "For what; absent: for all that was not paid back yet, of the return where one is named.",
                    zh = "要退款的商品；缺省表示订单（或所填退货单）中全部尚未退款的商品。")
            Optional<List<RefundItem>> items,

            @Length(min = 1, max = 121)
            @Describe(
                    en =
                            "The return that was announced for these goods, where there is one; then the refund announces none.",
                    zh = "该商品已登记的退货单；填写后退款不再另行登记退货。")
            @Example("embedded~7")
            Optional<String> returnId) {}

    record OpenReturn(
            @CustomerId
            @Length(min = 1, max = 100)
            @Describe(en = "The customer whose order it is.", zh = "订单所属的客户。")
            @Example("C-1001")
            String customerId,

            @Length(min = 1, max = 121)
            @Describe(en = "The order's number or id.", zh = "订单号或订单编号。")
            @Example("SO100103")
            String order,

            @Describe(en = "Why the goods come back.", zh = "退货原因。") @Example("CHANGED_MIND")
            ReturnReason reason,

            @Describe(en = "What the customer would have for them.", zh = "客户的要求。") @Example("EXCHANGE")
            ReturnWish wish,

            @Length(min = 1, max = 200)
            @Describe(
                    en = "Which; absent: all that did not come back and was not paid back.",
                    zh = "要退的商品；缺省表示全部未退回且未退款的商品。")
            Optional<List<RefundItem>> items) {}

    record WithdrawReturn(
            @CustomerId
            @Length(min = 1, max = 100)
            @Describe(en = "The customer whose order it is.", zh = "订单所属的客户。")
            @Example("C-1001")
            String customerId,

            @Length(min = 1, max = 121)
            @Describe(en = "The order's number or id.", zh = "订单号或订单编号。")
            @Example("SO100103")
            String order,

            @Length(min = 1, max = 121) @Describe(en = "The return, by its id.", zh = "退货单编号。") @Example("embedded~7")
            String returnId) {}

    record CommitRefund(
            @CustomerId
            @Length(min = 1, max = 100)
            @Describe(en = "The customer who gets the money.", zh = "收取退款的客户。")
            @Example("C-1001")
            String customerId,

            @Length(min = 1, max = 100)
            @Describe(en = "The quote that the customer agreed to.", zh = "客户已同意的退款报价编号。")
            @Example("4k2m9x0q7c1d8v5b3n6j2h0fa1")
            String quoteId,

            @Describe(
                    en =
                            "The amount that the customer was told, so that nothing else is paid; absent: whatever the quote says.",
                    zh = "已告知客户的退款金额，用于核对；缺省则以报价为准。")
            Optional<Money> amount) {}

    record FindRefund(
            @CustomerId
            @Length(min = 1, max = 100)
            @Describe(en = "The customer whose refund it is.", zh = "退款所属的客户。")
            @Example("C-1001")
            String customerId,

            @Length(min = 1, max = 100)
            @Describe(en = "The refund's id, which is the quote's.", zh = "退款编号，与报价编号相同。")
            @Example("4k2m9x0q7c1d8v5b3n6j2h0fa1")
            String refundId) {}

    record ListWaiting(PageRequest page) {}

    record SettleRefund(
            @Length(min = 1, max = 100)
            @Describe(en = "The refund that waits for a person.", zh = "等待人工处理的退款。")
            @Example("4k2m9x0q7c1d8v5b3n6j2h0fa1")
            String refundId,

            @Describe(en = "What came of it, or what is to.", zh = "处理结果。") @Example("PAID")
            Settlement outcome,

            @Length(min = 1, max = 121)
            @Describe(
                    en =
                            "With PAID alone, and then required: the shop's credit note, of the refund's order and amount.",
                    zh = "仅在 PAID 时填写且必填：商家系统中的贷项凭证，须属于该订单且金额一致。")
            @Example("embedded~9")
            Optional<String> creditNote) {}
}
