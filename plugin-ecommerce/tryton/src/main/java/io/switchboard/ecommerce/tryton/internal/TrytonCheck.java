package io.switchboard.ecommerce.tryton.internal;

import io.switchboard.connector.check.BackendCheck;
import io.switchboard.connector.check.CheckFinding;
import io.switchboard.ecommerce.tryton.internal.sale.Sale;
import io.switchboard.ecommerce.tryton.internal.sale.SaleInvoice;
import io.switchboard.ecommerce.tryton.internal.sale.SaleShipment;
import io.switchboard.tryton.Need;
import io.switchboard.tryton.Readiness;
import io.switchboard.tryton.Tryton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether Tryton lets the hub in, and whether the models and rights are there that orders are made of. */
final class TrytonCheck implements BackendCheck {
    private static final List<Need> NEEDS = List.of(
            new Need(Sale.MODEL, Sale.FIELDS, "sale", "Sales", "orders", "订单"),
            new Need(SaleShipment.MODEL, SaleShipment.FIELDS, "stock", "Stock", "shipments", "发货单"),
            new Need(SaleInvoice.MODEL, SaleInvoice.FIELDS, "account_invoice", "Account", "invoices", "发票"),
            new Need(Stocks.MODEL, Stocks.FIELDS, "product", "Stock", "stock", "库存"));

    /** What is made while an order is changed. */
    private static final List<String> MADE = List.of("party.address", "ir.note");

    /** What is made where goods and money go back. */
    private static final List<String> GIVEN_BACK = List.of(Sale.MODEL, SaleInvoice.MODEL);

    private final Instance instance;

    TrytonCheck(Instance instance) {
        this.instance = instance;
    }

    @Override
    public String backend() {
        return instance.settings().instance();
    }

    @Override
    public List<CheckFinding> check(Duration atMost) {
        Tryton tryton = instance.tryton(atMost);
        List<CheckFinding> findings = new ArrayList<>(Readiness.of(tryton, NEEDS));
        if (tryton.closedUntil().isEmpty()) {
            findings.add(writing(tryton));
            findings.add(givingBack(tryton));
        }
        return findings;
    }

    private static CheckFinding writing(Tryton tryton) {
        List<String> missing =
                MADE.stream().filter(model -> !tryton.mayCreate(model)).toList();
        return missing.isEmpty()
                ? CheckFinding.right("It may make addresses and notes.", "可新建地址与备注。")
                : CheckFinding.fault(
                        "It may not make " + String.join(", ", missing)
                                + ", so no order can be changed; put its user into the group Sales.",
                        "无权新建 " + String.join("、", missing) + "，因此无法修改订单；请将其用户加入“Sales”组。");
    }

    private static CheckFinding givingBack(Tryton tryton) {
        List<String> missing =
                GIVEN_BACK.stream().filter(model -> !tryton.mayCreate(model)).toList();
        return missing.isEmpty()
                ? CheckFinding.right("It may make returns and credit notes.", "可新建退货单与退款单。")
                : CheckFinding.fault(
                        "It may not make " + String.join(", ", missing)
                                + ", so nothing can be refunded; put its user into the groups Sales and Account.",
                        "无权新建 " + String.join("、", missing) + "，因此无法退款；请将其用户加入“Sales”和“Account”组。");
    }
}
