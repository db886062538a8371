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
import java.util.function.Consumer;

/** Models with their records. All methods hold the one lock, as a serializable database would seem to. */
public final class FakeModels {
    static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, NavigableMap<Long, ObjectNode>> tables = new ConcurrentHashMap<>();
    private final Map<String, List<String>> optionals = new ConcurrentHashMap<>();
    private final Map<String, FakeRelation> relations = new ConcurrentHashMap<>();
    private final Map<String, Consumer<ObjectNode>> triggers = new ConcurrentHashMap<>();
    private Instant now = Instant.parse("2026-03-01T00:00:00Z");

    /** Says what a field refers to, or by which field of theirs others refer to this. */
    public FakeModels relate(String model, String field, FakeRelation relation) {
        relations.put(model + "/" + field, relation);
        return this;
    }

    /** What a model does to its records whenever one was added or written: sums that it works out, say. */
    public FakeModels trigger(String model, Consumer<ObjectNode> work) {
        triggers.put(model, work);
        return this;
    }

    /** The records of a model whose field has that value. */
    public synchronized List<ObjectNode> where(String model, String field, long value) {
        return table(model).values().stream()
                .filter(row -> row.path(field).asLong() == value)
                .toList();
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
        values.properties().stream()
                .filter(each -> isCommands(each.getValue()))
                .forEach(each -> command(model, row, each.getKey(), each.getValue()));
        triggers.getOrDefault(model, any -> {}).accept(row);
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
        write(model, id, JSON.createObjectNode().set(field, JSON.valueToTree(value)));
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
        fields.forEach(each -> show(model, row, view, each.asText()));
        return view;
    }

    /** A field, or with dots one of what the field leads to. */
    private void show(String model, ObjectNode row, ObjectNode view, String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            view.set(name, read(model, row, name));
        } else {
            nest(model, row, view, name.substring(0, dot), name.substring(dot + 1));
        }
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
                show(relation.model(), table(relation.model()).get(id), entry, inner);
            }
        } else if (value.isNull()) {
            view.putNull(field + ".");
        } else {
            ObjectNode entry = view.withObject("/" + field + ".").put("id", value.asLong());
            show(relation.model(), table(relation.model()).get(value.asLong()), entry, inner);
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
                    .filter(each ->
                            each.path(relation.by()).asLong() == row.path("id").asLong())
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

    /** Fails where a record is not any more in the state that a caller has read it in. */
    synchronized void compare(JsonNode stamps) {
        for (Map.Entry<String, JsonNode> each : stamps.properties()) {
            int comma = each.getKey().indexOf(',');
            String model = each.getKey().substring(0, comma);
            ObjectNode row = table(model).get(Long.parseLong(each.getKey().substring(comma + 1)));
            if (!each.getValue().equals(read(model, row, "_timestamp"))) {
                throw new FakeFault("ConcurrencyException", "Records were modified in the meanwhile");
            }
        }
    }

    synchronized void write(String model, long id, ObjectNode values) {
        ObjectNode row = table(model).get(id);
        for (Map.Entry<String, JsonNode> each : values.properties()) {
            if (isCommands(each.getValue())) {
                command(model, row, each.getKey(), each.getValue());
            } else {
                row.set(each.getKey(), each.getValue());
            }
        }
        row.set("write_date", FakeValues.dateTime(tick()));
        triggers.getOrDefault(model, any -> {}).accept(row);
    }

    synchronized void delete(String model, long id) {
        table(model).remove(id);
    }

    private static boolean isCommands(JsonNode value) {
        return value.path(0).path(0).isTextual();
    }

    /** Commands of a list of references: {@code ["add", ids]}, {@code ["remove", ids]} and {@code ["create", records]}. */
    private void command(String model, ObjectNode row, String field, JsonNode commands) {
        FakeRelation relation = relations.get(model + "/" + field);
        boolean theirs = relation != null && !relation.by().isEmpty();
        List<Long> ids = new ArrayList<>();
        // Where the others lead here, the list is no field of this.
        JsonNode before = theirs || isCommands(row.path(field)) ? JSON.createArrayNode() : row.path(field);
        before.forEach(each -> ids.add(each.asLong()));
        for (JsonNode command : commands) {
            for (JsonNode each : command.path(1)) {
                if (command.path(0).asText().equals("create")) {
                    ids.add(create(relation(model, field), row, (ObjectNode) each));
                } else {
                    ids.remove(each.asLong());
                    if (command.path(0).asText().equals("add")) {
                        ids.add(each.asLong());
                    }
                }
            }
        }
        if (theirs) {
            row.remove(field);
        } else {
            row.set(field, JSON.valueToTree(ids));
        }
    }

    private long create(FakeRelation relation, ObjectNode row, ObjectNode values) {
        ObjectNode record = values.deepCopy();
        if (!relation.by().isEmpty()) {
            record.set(relation.by(), row.get("id"));
        }
        return add(relation.model(), record);
    }

    private Instant tick() {
        now = now.plus(1, ChronoUnit.MICROS);
        return now;
    }
}
