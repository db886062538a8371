package io.switchboard.tryton.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Models with their records. All methods hold the one lock, as a serializable database would seem to. */
public final class FakeModels {
    static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, NavigableMap<Long, ObjectNode>> tables = new ConcurrentHashMap<>();
    private final Map<String, List<String>> optionals = new ConcurrentHashMap<>();
    private final Map<String, FakeRelation> relations = new ConcurrentHashMap<>();
    private Instant now = Instant.parse("2026-03-01T00:00:00Z");

    /** Says what a field refers to, or by which field of theirs others refer to this. */
    public FakeModels relate(String model, String field, FakeRelation relation) {
        relations.put(model + "/" + field, relation);
        return this;
    }

    /** Adds a record; a member {@code create_date} of the form of Tryton is kept. */
    public synchronized long add(String model, ObjectNode values) {
        NavigableMap<Long, ObjectNode> table = tables.computeIfAbsent(model, name -> new TreeMap<>());
        long id = table.isEmpty() ? 1 : table.lastKey() + 1;
        ObjectNode row = values.deepCopy().put("id", id);
        if (!row.has("create_date")) {
            row.set("create_date", FakeValues.dateTime(tick()));
        }
        row.putNull("write_date");
        optionals.getOrDefault(model, List.of()).forEach(field -> row.putIfAbsent(field, row.nullNode()));
        table.put(id, row);
        return id;
    }

    synchronized boolean has(String model) {
        return tables.containsKey(model);
    }

    /** How many records a model has. */
    public synchronized int count(String model) {
        return tables.getOrDefault(model, new TreeMap<>()).size();
    }

    /** A field of a record. */
    public synchronized JsonNode field(String model, long id, String field) {
        return read(model, table(model).get(id), field);
    }

    /** Changes a field of a record, as a person does by a form. */
    public synchronized void set(String model, long id, String field, Object value) {
        write(model, id, JSON.createObjectNode().set(field, JSON.valueToTree(value)), JSON.createObjectNode());
    }

    /** Declares a model, which may stay without records, and those of its fields that records may be made without. */
    public FakeModels model(String model, String... optional) {
        tables.computeIfAbsent(model, name -> new TreeMap<>());
        optionals.put(model, List.of(optional));
        return this;
    }

    /** Takes a model away, as where its module is not activated. */
    public void remove(String model) {
        tables.remove(model);
    }

    synchronized ArrayNode search(String model, JsonNode domain, int limit, JsonNode order, JsonNode fields) {
        FakeDomain conditions = new FakeDomain(this);
        List<ObjectNode> found = new ArrayList<>();
        for (ObjectNode row : table(model).values()) {
            if (!row.path("active").isBoolean() || row.path("active").asBoolean()) {
                if (conditions.hold(model, row, domain)) {
                    found.add(row);
                }
            }
        }
        found.sort(order(model, order));
        ArrayNode rows = JSON.createArrayNode();
        found.stream().limit(limit).forEach(row -> rows.add(view(model, row, fields)));
        return rows;
    }

    private Comparator<ObjectNode> order(String model, JsonNode order) {
        Comparator<ObjectNode> comparator = Comparator.comparingInt(row -> 0);
        for (JsonNode each : order) {
            String field = each.path(0).asText();
            Comparator<ObjectNode> next =
                    (one, other) -> FakeValues.compare(read(model, one, field), read(model, other, field));
            comparator = comparator.thenComparing(each.path(1).asText().equals("DESC") ? next.reversed() : next);
        }
        return comparator;
    }

    private ObjectNode view(String model, ObjectNode row, JsonNode fields) {
        ObjectNode view = JSON.createObjectNode();
        view.set("id", row.get("id"));
        for (JsonNode each : fields) {
            String name = each.asText();
            int dot = name.indexOf('.');
            if (dot < 0) {
                view.set(name, read(model, row, name));
            } else {
                nest(model, row, view, name.substring(0, dot), name.substring(dot + 1));
            }
        }
        return view;
    }

    private void nest(String model, ObjectNode row, ObjectNode view, String field, String inner) {
        FakeRelation relation = relation(model, field);
        JsonNode value = read(model, row, field);
        if (value.isArray()) {
            ArrayNode list = view.withArray(field + ".");
            for (int i = 0; i < value.size(); i++) {
                long id = value.path(i).asLong();
                ObjectNode entry = i < list.size()
                        ? (ObjectNode) list.get(i)
                        : list.addObject().put("id", id);
                entry.set(inner, read(relation.model(), table(relation.model()).get(id), inner));
            }
        } else if (value.isNull()) {
            view.putNull(field + ".");
        } else {
            ObjectNode entry = view.withObject("/" + field + ".").put("id", value.asLong());
            entry.set(inner, read(relation.model(), table(relation.model()).get(value.asLong()), inner));
        }
    }

    /** The value of a field; the real one answers with the field's name in quotes where there is none. */
    JsonNode read(String model, ObjectNode row, String field) {
        if (field.equals("_timestamp")) {
            JsonNode changed = row.get("write_date").isNull() ? row.get("create_date") : row.get("write_date");
            long micros = ChronoUnit.MICROS.between(Instant.EPOCH, FakeValues.instant(changed));
            return JSON.getNodeFactory().textNode(String.format("%d.%06d", micros / 1_000_000, micros % 1_000_000));
        }
        FakeRelation relation = relations.get(model + "/" + field);
        if (relation != null && !relation.by().isEmpty()) {
            ArrayNode ids = JSON.createArrayNode();
            table(relation.model()).values().stream()
                    .filter(each -> each.path(relation.by()).equals(row.get("id")))
                    .forEach(each -> ids.add(each.get("id")));
            return ids;
        }
        JsonNode value = row.get(field);
        if (value == null) {
            throw new FakeFault("'" + field + "'");
        }
        return value;
    }

    FakeRelation relation(String model, String field) {
        FakeRelation relation = relations.get(model + "/" + field);
        if (relation == null) {
            throw new FakeFault("'" + field + "'");
        }
        return relation;
    }

    NavigableMap<Long, ObjectNode> table(String model) {
        NavigableMap<Long, ObjectNode> table = tables.get(model);
        if (table == null) {
            throw new FakeFault("'" + model + "'");
        }
        return table;
    }

    synchronized void write(String model, long id, ObjectNode values, JsonNode stamps) {
        ObjectNode row = table(model).get(id);
        JsonNode stamp = stamps.path(model + "," + id);
        if (stamp.isTextual() && !stamp.equals(read(model, row, "_timestamp"))) {
            throw new FakeFault("ConcurrencyException", "Records were modified in the meanwhile");
        }
        values.properties().forEach(each -> {
            boolean commands = each.getValue().path(0).path(0).isTextual();
            row.set(each.getKey(), commands ? changed(row, each.getKey(), each.getValue()) : each.getValue());
        });
        row.set("write_date", FakeValues.dateTime(tick()));
    }

    /** Commands of a list of references: {@code ["add", ids]} and {@code ["remove", ids]}. */
    private static ArrayNode changed(ObjectNode row, String field, JsonNode commands) {
        List<JsonNode> ids = new ArrayList<>();
        row.path(field).forEach(ids::add);
        for (JsonNode command : commands) {
            boolean add = command.path(0).asText().equals("add");
            for (JsonNode id : command.path(1)) {
                // As parsed from a request, a number may be of another kind than as it was added.
                ids.removeIf(each -> each.asLong() == id.asLong());
                if (add) {
                    ids.add(id);
                }
            }
        }
        ArrayNode list = JSON.createArrayNode();
        ids.forEach(list::add);
        return list;
    }

    private Instant tick() {
        now = now.plus(1, ChronoUnit.MICROS);
        return now;
    }
}
