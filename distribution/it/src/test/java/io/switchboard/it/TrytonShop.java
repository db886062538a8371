package io.switchboard.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people do at a real Tryton, and what it shows them: all by its own calls, and by nothing of the hub's. */
final class TrytonShop {
    /** Two lamps for 299.00 each, with 13 % of tax. */
    static final String PRICE = "675.74";

    private static final String SALE = "sale.sale";
    private static final String SHIPMENT = "stock.shipment.out";
    private static final String INVOICE = "account.invoice";

    private final TrytonRpc person;

    /** Where a sale is in Tryton, and what its customer knows it by. */
    record Sale(String customer, long id, String number) {}

    TrytonShop(RealSystem tryton) throws Exception {
        person = TrytonRpc.signIn(tryton, "admin", tryton.property("admin_password"));
    }

    /** A customer that nobody was before; gives the code. */
    String customer() throws Exception {
        String code = "R-" + System.nanoTime();
        Map<String, Object> address = Map.of(
                "street", "南京西路 100 号", "postal_code", "200040", "city", "上海市", "invoice", true, "delivery", true);
        Map<String, Object> party =
                Map.of("name", "王秀兰", "code", code, "addresses", List.of(List.of("create", List.of(address))));
        person.call("party.party.create", List.of(party));
        return code;
    }

    /** Two lamps, confirmed and paid. */
    Sale sell(String customer) throws Exception {
        long party = first("party.party", "code", customer);
        long address = first("party.address", "party", party);
        Map<String, Object> line = Map.of(
                "product", first("product.product", "code", "LANTERN"),
                "quantity", 2.0,
                "unit", first("product.uom", "name", "Unit"),
                "unit_price", decimal("299.00"),
                "taxes", List.of(List.of("add", List.of(first("account.tax", "parent", NullNode.instance)))));
        Map<String, Object> values = Map.of(
                "party",
                party,
                "invoice_address",
                address,
                "shipment_address",
                address,
                "payment_term",
                first("account.invoice.payment_term", "name", "At once"),
                "invoice_method",
                "order",
                "shipment_method",
                "order",
                "lines",
                List.of(List.of("create", List.of(line))));
        long id = person.call(SALE + ".create", List.of(values)).path(0).asLong();
        person.call(SALE + ".quote", List.of(id));
        person.call(SALE + ".confirm", List.of(id));
        JsonNode sale = read(SALE, id, "number", "invoices");
        pay(sale.path("invoices").path(0).asLong());
        return new Sale(customer, id, sale.path("number").asText());
    }

    private void pay(long invoice) throws Exception {
        person.call(INVOICE + ".post", List.of(invoice));
        JsonNode row = read(INVOICE, invoice, "amount_to_pay", "currency", "company", "account");
        Map<String, Object> form = new HashMap<>();
        form.put("amount", row.path("amount_to_pay"));
        form.put("currency", row.path("currency"));
        form.put("company", row.path("company"));
        form.put("invoice_account", row.path("account"));
        form.put("payment_method", first("account.invoice.payment.method", "name", "Bank transfer"));
        form.put("date", date(LocalDate.now(ZoneOffset.UTC)));
        form.put("description", NullNode.instance);
        person.run("account.invoice.pay", form, "choice", INVOICE, invoice);
    }

    /** Hands a sale to the carrier, so many days ago. */
    void send(Sale sale, int daysAgo) throws Exception {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(daysAgo);
        for (JsonNode shipment : read(SALE, sale.id, "shipments").path("shipments")) {
            List<Object> one = List.of(shipment.asLong());
            person.call(SHIPMENT + ".assign_try", one);
            person.call(SHIPMENT + ".pick", one);
            person.call(SHIPMENT + ".pack", one);
            person.call(SHIPMENT + ".write", one, Map.of("effective_date", date(day)));
            person.call(SHIPMENT + ".done", one);
        }
    }

    /** State and amount of every credit note for a line of the sale's invoices, whatever it says of itself. */
    List<String> creditNotes(Sale sale) throws Exception {
        List<String> origins = new ArrayList<>();
        for (JsonNode invoice : read(SALE, sale.id, "invoices").path("invoices")) {
            for (JsonNode line : read(INVOICE, invoice.asLong(), "lines").path("lines")) {
                origins.add("account.invoice.line," + line.asLong());
            }
        }
        List<String> notes = new ArrayList<>();
        for (JsonNode line : search("account.invoice.line", List.of("origin", "in", origins), "invoice")) {
            JsonNode note = read(INVOICE, line.path("invoice").asLong(), "state", "total_amount");
            notes.add(note.path("state").asText() + " "
                    + note.path("total_amount").path("decimal").asText());
        }
        return notes;
    }

    /** The states of all returns of the sale. */
    List<String> returns(Sale sale) throws Exception {
        List<String> states = new ArrayList<>();
        for (JsonNode each : search(SALE, List.of("origin", "=", SALE + "," + sale.id), "state")) {
            states.add(each.path("state").asText());
        }
        return states;
    }

    /** The street that a sale's shipment goes to. */
    String street(Sale sale) throws Exception {
        long shipment =
                read(SALE, sale.id, "shipments").path("shipments").path(0).asLong();
        long address = read(SHIPMENT, shipment, "delivery_address")
                .path("delivery_address")
                .asLong();
        return read("party.address", address, "street").path("street").asText();
    }

    private long first(String model, String field, Object value) throws Exception {
        return search(model, List.of(field, "=", value), "id")
                .path(0)
                .path("id")
                .asLong();
    }

    private JsonNode read(String model, long id, String... fields) throws Exception {
        return search(model, List.of("id", "=", id), fields).path(0);
    }

    private JsonNode search(String model, List<Object> clause, String... fields) throws Exception {
        return person.call(model + ".search_read", List.of(clause), 0, 100, List.of(), List.of(fields));
    }

    private static Map<String, Object> decimal(String value) {
        return Map.of("__class__", "Decimal", "decimal", value);
    }

    private static Map<String, Object> date(LocalDate day) {
        return Map.of(
                "__class__", "date", "year", day.getYear(), "month", day.getMonthValue(), "day", day.getDayOfMonth());
    }
}
