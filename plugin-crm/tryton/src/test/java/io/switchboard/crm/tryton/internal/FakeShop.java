package io.switchboard.crm.tryton.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.crm.spi.EntryKind;
import io.switchboard.tryton.fake.FakeModels;
import io.switchboard.tryton.fake.FakeRelation;
import io.switchboard.tryton.fake.FakeTryton;
import io.switchboard.tryton.fake.FakeValues;
import java.io.IOException;
import java.time.Instant;

/** A Tryton with the modules that the backend wants, and records as their forms would leave them. */
final class FakeShop implements AutoCloseable {
    final FakeTryton tryton = new FakeTryton();
    private final FakeModels models = tryton.models();
    private final long yuan;
    private final long dollar;
    private final long chinese;
    private final long damaged;

    FakeShop() throws IOException {
        models.model(Party.MODEL)
                .model("party.category", "parent")
                .model("party.address")
                .model("party.contact_mechanism")
                .model("account.invoice")
                .model("ir.note")
                .model("sale.complaint")
                .relate(Party.MODEL, "lang", FakeRelation.to("ir.lang"))
                .relate(Party.MODEL, "categories", FakeRelation.to("party.category"))
                .relate(Party.MODEL, "addresses", FakeRelation.from("party.address", "party"))
                .relate(Party.MODEL, "contact_mechanisms", FakeRelation.from("party.contact_mechanism", "party"))
                .relate("account.invoice", "currency", FakeRelation.to("currency.currency"))
                .relate("company.company", "currency", FakeRelation.to("currency.currency"))
                .relate("sale.complaint", "type", FakeRelation.to("sale.complaint.type"));
        yuan = models.add("currency.currency", object().put("code", "CNY"));
        dollar = models.add("currency.currency", object().put("code", "USD"));
        chinese = models.add("ir.lang", object().put("code", "zh_CN"));
        damaged = models.add("sale.complaint.type", object().put("name", "Damaged goods"));
        models.add("company.company", object().put("currency", yuan));
    }

    long addParty(String code, String name) {
        ObjectNode party =
                object().put("code", code).put("name", name).put("active", true).put("lang", chinese);
        party.putArray("categories");
        return models.add(Party.MODEL, party);
    }

    void addContact(long party, String type, String value) {
        models.add(
                "party.contact_mechanism",
                object().put("party", party).put("type", type).put("value", value));
    }

    void addAddress(long party, String text, boolean delivery) {
        models.add(
                "party.address",
                object().put("party", party).put("full_address", text).put("delivery", delivery));
    }

    long addCategory(String name) {
        ObjectNode category = object().put("name", name);
        return models.add("party.category", category);
    }

    void addInvoice(long party, String state, boolean yuans, String total, String open) {
        ObjectNode invoice = object().put("party", party)
                .put("type", "out")
                .put("state", state)
                .put("currency", yuans ? yuan : dollar);
        invoice.set("total_amount", FakeValues.decimal(total));
        invoice.set("amount_to_pay", FakeValues.decimal(open));
        models.add("account.invoice", invoice);
    }

    void addEntry(long party, EntryKind kind, Instant at, String text) {
        ObjectNode entry = switch (kind) {
            case CONTACT -> object().put("resource", "party.party," + party).put("message", text);
            case COMPLAINT ->
                object().put("customer", party)
                        .put("type", damaged)
                        .put("description", text)
                        .put("state", "draft");
        };
        entry.set("create_date", FakeValues.dateTime(at));
        models.add(kind == EntryKind.CONTACT ? "ir.note" : "sale.complaint", entry);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void close() {
        tryton.close();
    }
}
