package io.switchboard.ecommerce.tryton.internal.refund;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.Secret;
import io.switchboard.ecommerce.tryton.internal.sale.Sale;
import io.switchboard.ecommerce.tryton.internal.sale.SaleReader;
import io.switchboard.tryton.Credentials;
import io.switchboard.tryton.Tryton;
import io.switchboard.tryton.Turns;
import io.switchboard.tryton.fake.FakeModels;
import io.switchboard.tryton.fake.FakeRelation;
import io.switchboard.tryton.fake.FakeTryton;
import io.switchboard.tryton.fake.FakeValues;
import io.switchboard.tryton.fake.ManualClock;
import io.switchboard.tryton.fake.SocketWire;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A Tryton with one sale of two lamps for 113.00 each, invoiced and paid, which reckons and posts as the real one does. */
final class FakeRefundShop implements AutoCloseable {
    static final String CUSTOMER = "C-1001";
    static final String STRANGER = "C-1002";
    private static final BigDecimal TAXED = new BigDecimal("1.13");

    final FakeTryton tryton = new FakeTryton();
    final FakeModels models = tryton.models();
    final long invoice;
    private final long sale;
    private final long line;

    FakeRefundShop() throws IOException {
        declare();
        behave();
        long yuan = models.add("currency.currency", object().put("code", "CNY").put("digits", 2));
        long tax = models.add("account.tax", decimal(object(), "rate", "0.13"));
        long lamp = models.add("product.product", object().put("code", "LAMP").put("name", "落地灯"));
        long party = models.add("party.party", object().put("code", CUSTOMER).put("name", "王秀兰"));
        ObjectNode sold = object().put("number", "7").put("party", party).put("currency", yuan);
        sold.putArray(Sold.NOTES);
        sale = models.add(Sale.MODEL, decimal(sold, "total_amount", "226.00"));
        ObjectNode item = object().put("sale", sale).put("product", lamp).put("type", "line");
        line = models.add("sale.line", twoLamps(item, tax));
        ObjectNode bill = decimal(object().put("currency", yuan), "untaxed_amount", "200.00");
        invoice = models.add(Note.MODEL, decimal(bill, "amount_to_pay", "0.00"));
        models.set(Note.MODEL, invoice, "state", "paid");
        ObjectNode billed = object().put("origin", "sale.line," + line)
                .put("invoice", invoice)
                .put("product", lamp)
                .put("type", "line");
        models.add(Billed.MODEL, twoLamps(billed, tax));
        models.set(Note.MODEL, invoice, "total_amount", FakeValues.decimal("226.00"));
    }

    String orderId() {
        return String.valueOf(sale);
    }

    String lineId() {
        return String.valueOf(line);
    }

    /** Those of a hub with a session of its own. */
    Credits credits() {
        Tryton client = client();
        return new Credits(client, new SaleReader(client), new Turns());
    }

    /** Those of a hub with a session of its own. */
    Returns returns() {
        Tryton client = client();
        return new Returns(client, new SaleReader(client));
    }

    GivenBack givenBack() {
        Tryton client = client();
        Sale read = new SaleReader(client).find(CUSTOMER, orderId()).orElseThrow();
        return new GivenBackReader(client).of(List.of(read)).getOrDefault(sale, GivenBack.NOTHING);
    }

    private Tryton client() {
        Credentials credentials = new Credentials(FakeTryton.USER, Secret.of(FakeTryton.PASSWORD));
        return new Tryton(new SocketWire(tryton.address()), FakeTryton.DATABASE, credentials, new ManualClock());
    }

    /** State and total of all credit notes, the oldest first. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (JsonNode id : models.field(Sale.MODEL, sale, Sold.NOTES)) {
            notes.add(models.field(Note.MODEL, id.asLong(), "state").asText() + " "
                    + models.field(Note.MODEL, id.asLong(), "total_amount")
                            .path("decimal")
                            .asText());
        }
        return notes;
    }

    /** The states of all returns, the oldest first. */
    List<String> returnStates() {
        List<String> states = new ArrayList<>();
        for (long id = sale + 1; id <= models.count(Sale.MODEL); id++) {
            states.add(models.field(Sale.MODEL, id, "state").asText());
        }
        return states;
    }

    private void declare() {
        String[] references = Billed.INVOICE_REFERENCES.toArray(String[]::new);
        List<String> header = new ArrayList<>(Sold.FIELDS);
        header.addAll(List.of("reference", "origin", "state", "shipment_state", "invoices", "shipments"));
        header.removeIf(field -> field.contains(".") || field.startsWith("_"));
        List<String> item = new ArrayList<>(Billed.FIELDS);
        item.removeIf(field -> field.contains("."));
        item.addAll(List.of("sale", "type", "move_done", "move_exception"));
        models.model("party.address")
                .model("stock.shipment.out")
                .model(Sale.MODEL, header.toArray(String[]::new))
                .model("sale.line", item.toArray(String[]::new))
                .model(Billed.MODEL, item.toArray(String[]::new))
                .model(
                        Note.MODEL,
                        concat(references, "state", "total_amount", "untaxed_amount", "amount_to_pay", "reference"))
                .relate(Sale.MODEL, "party", FakeRelation.to("party.party"))
                .relate(Sale.MODEL, "currency", FakeRelation.to("currency.currency"))
                .relate(Sale.MODEL, "invoices", FakeRelation.to(Note.MODEL))
                .relate(Sale.MODEL, "shipments", FakeRelation.to("stock.shipment.out"))
                .relate(Sale.MODEL, Sold.NOTES, FakeRelation.to(Note.MODEL))
                .relate(Sale.MODEL, "lines", FakeRelation.from("sale.line", "sale"))
                .relate("sale.line", "product", FakeRelation.to("product.product"))
                .relate("sale.line", "taxes", FakeRelation.to("account.tax"))
                .relate(Note.MODEL, "lines", FakeRelation.from(Billed.MODEL, "invoice"))
                .relate(Billed.MODEL, "invoice", FakeRelation.to(Note.MODEL));
    }

    private void behave() {
        models.trigger(Sale.MODEL, FakeRefundShop::begin)
                .trigger(Note.MODEL, row -> {
                    begin(row);
                    if (row.path("state").asText().equals("draft")) {
                        decimal(row, "total_amount", total(row).toPlainString());
                    }
                })
                .trigger("sale.line", FakeRefundShop::reckon)
                .trigger(Billed.MODEL, FakeRefundShop::reckon);
        button(Note.MODEL, "post", "draft", "posted");
        button(Note.MODEL, "cancel", "draft", "cancelled");
        button(Sale.MODEL, "quote", "draft", "quotation");
        button(Sale.MODEL, "cancel", "quotation", "cancelled");
    }

    /** What is not allowed it does not, and says nothing. */
    private void button(String model, String name, String from, String to) {
        tryton.button("model." + model + "." + name, id -> {
            if (models.field(model, id, "state").asText().equals(from)) {
                models.set(model, id, "state", to);
            }
        });
    }

    private BigDecimal total(ObjectNode note) {
        BigDecimal sum = BigDecimal.ZERO.setScale(2);
        for (ObjectNode each :
                models.where(Billed.MODEL, "invoice", note.path("id").asLong())) {
            BigDecimal amount =
                    new BigDecimal(each.path("amount").path("decimal").asText());
            sum = sum.add(
                    each.path("taxes").isArray() && !each.path("taxes").isEmpty() ? amount.multiply(TAXED) : amount);
        }
        return sum.setScale(2, java.math.RoundingMode.HALF_UP);
    }

    private static void begin(ObjectNode row) {
        if (row.path("state").isNull()) {
            row.put("state", "draft");
        }
    }

    private static void reckon(ObjectNode row) {
        if (row.path("amount").isNull()) {
            BigDecimal price =
                    new BigDecimal(row.path("unit_price").path("decimal").asText());
            BigDecimal amount = price.multiply(row.path("quantity").decimalValue());
            decimal(row, "amount", amount.setScale(2).toPlainString());
        }
    }

    private static ObjectNode twoLamps(ObjectNode row, long tax) {
        row.put("quantity", 2.0).putArray("taxes").add(tax);
        return decimal(row, "unit_price", "100.0000");
    }

    private static ObjectNode decimal(ObjectNode row, String field, String value) {
        row.set(field, FakeValues.decimal(value));
        return row;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String[] concat(String[] fields, String... more) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Override
    public void close() {
        tryton.close();
    }
}
