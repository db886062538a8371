package io.switchboard.ecommerce.tryton.internal;

import io.switchboard.ecommerce.tryton.internal.sale.Sale;
import io.switchboard.ecommerce.tryton.internal.sale.SaleInvoice;
import io.switchboard.ecommerce.tryton.internal.sale.SaleShipment;
import io.switchboard.tryton.Clause;
import io.switchboard.tryton.Query;
import io.switchboard.tryton.Row;
import io.switchboard.tryton.Tryton;
import io.switchboard.tryton.fake.SocketWire;
import io.switchboard.tryton.real.RealTryton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people do in a real Tryton, by its own calls: place orders, pay for them, send them. */
final class RealShop {
    static final String LAMP = "LANTERN";
    private static final String KETTLE = "KETTLE";

    final RealTryton real = new RealTryton();
    private final Map<String, Long> parties = new HashMap<>();
    private final Tryton tryton = open(Clock.systemUTC(), Map.of()).tryton();

    /** An instance with a session of its own. */
    Instance open(Clock clock, Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "database", real.property("database"),
                "login", real.property("login"),
                ".login.password", real.property("password")));
        properties.putAll(more);
        return TestInstance.open(new SocketWire(real.property("address")), clock, properties);
    }

    Tryton tryton() {
        return tryton;
    }

    /** A customer that nobody was before. */
    String customer(String name) {
        String code = "W-" + System.nanoTime();
        Map<String, Object> address = Map.of(
                "street", "南京西路 100 号", "postal_code", "200040", "city", "上海市", "invoice", true, "delivery", true);
        parties.put(
                code,
                tryton.create(
                        "party.party",
                        Map.of("name", name, "code", code, "addresses", List.of(List.of("create", List.of(address))))));
        return code;
    }

    /** Two lamps and three kettles, confirmed and paid; gives the number. */
    String place(String customerId) {
        // In this order, which Map.of would not keep.
        Map<String, Integer> products = new LinkedHashMap<>();
        products.put(LAMP, 2);
        products.put(KETTLE, 3);
        long sale = order(customerId, products);
        press(sale, "quote", "confirm");
        Row row = sale(sale);
        row.rows("invoices").forEach(each -> pay(each.id()));
        return row.text("number").orElseThrow();
    }

    /** A sale as it stands before anybody looks at it; it is sent whether it is paid or not. */
    long order(String customerId, Map<String, Integer> products) {
        return order(customerId, products, "order");
    }

    /** A sale that is sent by one of Tryton's methods. */
    long order(String customerId, Map<String, Integer> products, String shipmentMethod) {
        long party = Objects.requireNonNull(parties.get(customerId));
        long address = first("party.address", Clause.of("party", "=", party)).id();
        List<Object> lines = new ArrayList<>();
        products.forEach((code, quantity) -> lines.add(line(code, quantity)));
        return tryton.create(
                Sale.MODEL,
                Map.of(
                        "party",
                        party,
                        "invoice_address",
                        address,
                        "shipment_address",
                        address,
                        "payment_term",
                        first("account.invoice.payment_term").id(),
                        "invoice_method",
                        "order",
                        "shipment_method",
                        shipmentMethod,
                        "lines",
                        List.of(List.of("create", lines))));
    }

    private Map<String, Object> line(String code, int quantity) {
        Row product = first("product.product", Clause.of("code", "=", code));
        return Map.of(
                "product", product.id(),
                "quantity", (double) quantity,
                "unit", first("product.uom", Clause.of("name", "=", "Unit")).id(),
                "unit_price", new BigDecimal(code.equals(LAMP) ? "299.00" : "129.00"),
                "taxes",
                        List.of(List.of(
                                "add",
                                List.of(first("account.tax", Clause.none("parent"))
                                        .id()))));
    }

    /** Buttons of a sale. */
    void press(long sale, String... buttons) {
        for (String button : buttons) {
            tryton.press(Sale.MODEL, button, sale);
        }
    }

    /** Posts an invoice, and books its payment. */
    void pay(long invoice) {
        tryton.press(SaleInvoice.MODEL, "post", invoice);
        Row row = tryton.search(Query.of(
                        SaleInvoice.MODEL,
                        List.of(Clause.of("id", "=", invoice)),
                        1,
                        List.of("amount_to_pay", "currency", "company", "account")))
                .get(0);
        Map<String, @Nullable Object> form = new HashMap<>();
        form.put("amount", row.decimal("amount_to_pay").orElseThrow());
        form.put("currency", row.number("currency").orElseThrow());
        form.put("company", row.number("company").orElseThrow());
        form.put("invoice_account", row.number("account").orElseThrow());
        form.put("payment_method", first("account.invoice.payment.method").id());
        form.put("date", LocalDate.now(java.time.ZoneOffset.UTC));
        form.put("description", null);
        tryton.run("account.invoice.pay", form, "choice", SaleInvoice.MODEL, invoice);
    }

    /** Hands all of an order over. */
    void send(String number) {
        step(number, "assign_try", "pick", "pack", "done");
    }

    /** Buttons of all shipments of an order. */
    void step(String number, String... buttons) {
        Row sale = first(Sale.MODEL, Clause.of("number", "=", number));
        sale(sale.id()).rows("shipments").forEach(each -> press(each, buttons));
    }

    /** Buttons of a shipment. */
    void stepShipment(String number, String... buttons) {
        press(first(SaleShipment.MODEL, Clause.of("number", "=", number)), buttons);
    }

    private void press(Row shipment, String... buttons) {
        for (String button : buttons) {
            tryton.press(SaleShipment.MODEL, button, shipment.id());
        }
    }

    /** How many addresses a customer has. */
    long addresses(String customerId) {
        return tryton.search(Query.of(
                        "party.address", List.of(Clause.of("party.code", "=", customerId)), 100, List.of("id")))
                .size();
    }

    Row sale(long id) {
        return tryton.search(Query.of(
                        Sale.MODEL,
                        List.of(Clause.of("id", "=", id)),
                        1,
                        List.of(
                                "number",
                                "state",
                                "invoice_state",
                                "shipment_state",
                                "invoices.state",
                                "shipments.number")))
                .get(0);
    }

    private Row first(String model) {
        return first(model, Clause.of("id", ">", 0));
    }

    private Row first(String model, List<Object> clause) {
        return tryton.search(Query.of(model, List.of(clause), 1, List.of("id"))).get(0);
    }
}
