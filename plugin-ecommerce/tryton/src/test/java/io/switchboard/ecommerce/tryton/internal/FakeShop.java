package io.switchboard.ecommerce.tryton.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.tryton.fake.FakeModels;
import io.switchboard.tryton.fake.FakeRelation;
import io.switchboard.tryton.fake.FakeTryton;
import io.switchboard.tryton.fake.FakeValues;
import java.io.IOException;

/** A Tryton with the modules that the backend wants, and records as a real one has them. */
final class FakeShop implements AutoCloseable {
    final FakeTryton tryton = new FakeTryton();
    final FakeModels models = tryton.models();
    private final long yuan;
    private final long vat;
    private final long lamp;

    FakeShop() throws IOException {
        models.model("party.address", "party_name", "name", "postal_code", "country", "subdivision")
                .model("country.country")
                .model("country.subdivision")
                .model("ir.note")
                .model("account.invoice.line")
                .relate("sale.sale", "party", FakeRelation.to("party.party"))
                .relate("sale.sale", "currency", FakeRelation.to("currency.currency"))
                .relate("sale.sale", "lines", FakeRelation.from("sale.line", "sale"))
                .relate("sale.sale", "shipments", FakeRelation.to("stock.shipment.out"))
                .relate("sale.sale", "invoices", FakeRelation.to("account.invoice"))
                .relate("sale.line", "product", FakeRelation.to("product.product"))
                .relate("sale.line", "taxes", FakeRelation.to("account.tax"))
                .relate("stock.shipment.out", "customer", FakeRelation.to("party.party"))
                .relate("stock.shipment.out", "delivery_address", FakeRelation.to("party.address"))
                .relate("stock.shipment.out", "outgoing_moves", FakeRelation.to("stock.move"))
                .relate("party.address", "country", FakeRelation.to("country.country"))
                .relate("party.address", "subdivision", FakeRelation.to("country.subdivision"));
        yuan = models.add("currency.currency", object().put("code", "CNY").put("digits", 2));
        ObjectNode tax = object();
        tax.set("rate", FakeValues.decimal("0.13"));
        vat = models.add("account.tax", tax);
        lamp = models.add(
                "product.product",
                object().put("code", "LANTERN")
                        .put("name", "落地灯")
                        .put("type", "goods")
                        .put("forecast_quantity", 7.0));
    }

    long addParty(String code, String name) {
        return models.add("party.party", object().put("code", code).put("name", name));
    }

    long addAddress(long party) {
        return models.add(
                "party.address",
                object().put("party", party).put("street", "南京西路 100 号").put("city", "上海市"));
    }

    /** Two lamps, confirmed and billed; nothing is sent. Gives the number of the sale. */
    long addSale(long party, long address, String shipmentState) {
        ObjectNode shipment = object().put("number", "S1")
                .put("state", shipmentState)
                .put("customer", party)
                .put("delivery_address", address)
                .putNull("effective_date")
                .putNull("planned_date");
        shipment.putArray("outgoing_moves");
        long shipmentId = models.add("stock.shipment.out", shipment);
        ObjectNode invoice = object().put("state", "posted");
        invoice.set("total_amount", FakeValues.decimal("675.74"));
        invoice.set("amount_to_pay", FakeValues.decimal("175.74"));
        long invoiceId = models.add("account.invoice", invoice.set("sales", array(1)));
        ObjectNode sale = object().put("number", "17")
                .put("reference", "WEB-17")
                .put("state", "processing")
                .put("party", party)
                .put("currency", yuan)
                .put("shipment_state", "waiting")
                .put("shipment_address", address)
                .putNull("shipment_party")
                .putNull("origin");
        sale.set("total_amount", FakeValues.decimal("675.74"));
        sale.set("shipments", array(shipmentId));
        sale.set("invoices", array(invoiceId));
        long id = models.add("sale.sale", sale);
        addLine(id, "line", 2.0, "598.00");
        return id;
    }

    private void addLine(long sale, String type, double quantity, String amount) {
        ObjectNode line = object().put("sale", sale)
                .put("type", type)
                .put("quantity", quantity)
                .put("product", lamp)
                .putNull("description")
                .put("move_done", false)
                .put("move_exception", false);
        line.set("amount", FakeValues.decimal(amount));
        line.set("taxes", array(vat));
        models.add("sale.line", line);
    }

    private static ArrayNode array(long id) {
        return JsonNodeFactory.instance.arrayNode().add(id);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void close() {
        tryton.close();
    }
}
