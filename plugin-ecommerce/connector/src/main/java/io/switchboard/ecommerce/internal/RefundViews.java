package io.switchboard.ecommerce.internal;

import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Money;
import io.switchboard.connector.Owner;
import io.switchboard.connector.SchemaName;
import io.switchboard.ecommerce.internal.refund.RefundReason;
import io.switchboard.ecommerce.internal.refund.RefundStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the operations on refunds give. */
final class RefundViews {
    private RefundViews() {}

    @SchemaName("RefundedItem")
    record RefundedItem(
            @Describe(en = "The item, by its id in the order.", zh = "商品行编号。") @Example("2")
            String itemId,

            @Describe(en = "What it is.", zh = "商品名称。") @Example("数据线")
            String name,

            @Describe(en = "How many pieces of it.", zh = "件数。") @Example("1")
            int quantity,

            @Describe(en = "What these pieces cost.", zh = "金额。")
            Money amount) {}

    @SchemaName("RefundQuote")
    record QuoteView(
            @Describe(en = "By which the refund is committed.", zh = "报价编号，用于确认退款。")
            @Example("4k2m9x0q7c1d8v5b3n6j2h0fa1")
            String quoteId,

            @Owner @Describe(en = "Who would get the money.", zh = "所属客户。") @Example("C-1001")
            String customerId,

            @Describe(en = "The order's id.", zh = "订单编号。") @Example("embedded~123")
            String orderId,

            @Describe(en = "The order's number.", zh = "订单号。") @Example("SO100102")
            String number,

            @Describe(en = "For what.", zh = "退款商品。") List<RefundedItem> items,

            @Describe(en = "What the customer would get.", zh = "客户将收到的金额。")
            Money amount,

            @Describe(en = "What is kept.", zh = "手续费。") Money fee,

            @Describe(en = "The rule that allows it.", zh = "适用规则。") @Example("not-sent")
            String rule,

            @Describe(en = "Whether the goods have to come back.", zh = "是否需要退回商品。") @Example("false")
            boolean goodsBack,

            @Describe(
                    en =
                            "The return that is announced already; absent: where goods come back, the refund announces it.",
                    zh = "已登记的退货单；缺省且需退货时，由退款自行登记。")
            @Example("embedded~7")
            Optional<String> returnId,

            @Describe(en = "Until when the quote holds.", zh = "报价有效期至。") @Example("2026-01-30T09:15:00Z")
            Instant expiresAt) {}

    @SchemaName("Refund")
    record RefundView(
            @Describe(en = "The refund's id, which is the quote's.", zh = "退款编号，与报价编号相同。")
            @Example("4k2m9x0q7c1d8v5b3n6j2h0fa1")
            String refundId,

            @Owner @Describe(en = "Who gets the money.", zh = "所属客户。") @Example("C-1001")
            String customerId,

            @Describe(en = "The order's id.", zh = "订单编号。") @Example("embedded~123")
            String orderId,

            @Describe(en = "The order's number.", zh = "订单号。") @Example("SO100102")
            String number,

            @Describe(en = "Where it stands.", zh = "退款状态。") @Example("REFUNDED")
            RefundStatus status,

            @Describe(en = "Why.", zh = "退款原因。") @Example("CHANGED_MIND")
            RefundReason reason,

            @Describe(en = "For what.", zh = "退款商品。") List<RefundedItem> items,

            @Describe(en = "What the customer gets.", zh = "退款金额。")
            Money amount,

            @Describe(en = "What is kept.", zh = "手续费。") Money fee,

            @Describe(en = "Whether the goods have to come back.", zh = "是否需要退回商品。") @Example("false")
            boolean goodsBack,

            @Describe(en = "The return of the goods; absent: none is announced.", zh = "退货单编号；缺省表示未登记。")
            @Example("embedded~7")
            Optional<String> returnId,

            @Describe(en = "The credit note; absent before the money was given back.", zh = "贷项凭证编号；未退款前缺省。")
            @Example("embedded~9")
            Optional<String> creditNote,

            @Describe(en = "The ticket about it; absent: there is none yet.", zh = "相关工单编号；缺省表示尚无。")
            @Example("embedded~123")
            Optional<String> ticketId) {}

    @SchemaName("WaitingRefund")
    record WaitingView(
            @Describe(en = "The refund.", zh = "退款。") RefundView refund,

            @Describe(
                    en = "Whether the money may have gone back: look for the credit note before anything is paid.",
                    zh = "是否可能已退款：付款前请先查找贷项凭证。")
            @Example("true")
            boolean perhapsPaid,

            @Describe(en = "The rule that allowed it.", zh = "适用规则。") @Example("our-fault")
            String rule,

            @Describe(en = "Since when it waits for a person.", zh = "等待人工处理的起始时间。") @Example("2026-01-30T09:15:00Z")
            Instant since) {}
}
