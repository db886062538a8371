package io.switchboard.launcher.command;

import io.switchboard.launcher.command.OperationEntry.Argument;
import io.switchboard.launcher.command.OperationEntry.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes arguments of what was typed: {@code name=value}, by what the document says of each. */
final class CallArguments {
    private final OperationEntry operation;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    CallArguments(OperationEntry operation) {
        this.operation = operation;
    }

    /** An object of arguments in JSON. */
    CallArguments json(String text) throws CommandFault {
        Map<String, @Nullable Object> members = Json.object(text);
        if (members.isEmpty() && !text.strip().matches("\\{\\s*}")) {
            throw CommandFault.failed("What -d gives is not a JSON object.", "-d 给出的不是 JSON 对象。");
        }
        values.putAll(members);
        return this;
    }

    /** {@code name=value}; dots lead into records and maps, a name that comes again makes a list longer. */
    CallArguments word(String word) throws CommandFault {
        int equals = word.indexOf('=');
        if (equals < 1) {
            throw CommandFault.failed(word + " is not of the form name=value.", word + " 的形式应为 名称=值。");
        }
        String[] steps = word.substring(0, equals).split("\\.", -1);
        Node schema = operation.arguments().stream()
                .filter(each -> each.name().equals(steps[0]))
                .map(Argument::schema)
                .findFirst()
                .orElseThrow(() -> unknown(steps[0]));
        values.put(steps[0], put(values.get(steps[0]), schema, steps, 1, word.substring(equals + 1)));
        return this;
    }

    /** Whom the call is about. */
    CallArguments customer(String id) throws CommandFault {
        return word(customer().name() + "=" + id);
    }

    /** The one customer whom the token names. */
    CallArguments boundCustomer() throws CommandFault {
        Argument customer = customer();
        if (customer.place() == Place.PATH) {
            values.put(customer.name(), "me");
        }
        return this;
    }

    private Argument customer() throws CommandFault {
        return operation
                .customer()
                .orElseThrow(() -> CommandFault.failed(
                        operation.name() + " is about no customer, so none can be named.",
                        operation.name() + " 与客户无关，无法指定客户。"));
    }

    Map<String, @Nullable Object> values() {
        return values;
    }

    private @Nullable Object put(@Nullable Object now, Node schema, String[] steps, int at, String text) {
        if (at < steps.length) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            new Node(now).members().forEach((name, member) -> members.put(name, member.value()));
            Node inner = schema.get("properties").get(steps[at]);
            Node other = inner.present() ? inner : schema.get("additionalProperties");
            members.put(
                    steps[at], put(members.get(steps[at]), operation.document().resolve(other), steps, at + 1, text));
            return members;
        }
        if (schema.text("type").equals("array") && !(plain(schema, text) instanceof List<?>)) {
            List<@Nullable Object> items = new ArrayList<>();
            new Node(now).items().forEach(item -> items.add(item.value()));
            items.add(plain(operation.document().resolve(schema.get("items")), text));
            return items;
        }
        return plain(schema, text);
    }

    // What does not fit is sent as it was typed: the hub says what is wrong with it.
    private static @Nullable Object plain(Node schema, String text) {
        try {
            return switch (schema.text("type")) {
                case "boolean" -> text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
                case "integer", "number" -> text.length() < 100 ? new BigDecimal(text) : text;
                case "object", "array" -> Json.read(text);
                default -> text;
            };
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private CommandFault unknown(String name) {
        String names = String.join(
                ", ", operation.arguments().stream().map(Argument::name).toList());
        return CommandFault.failed(
                operation.name() + " has no argument " + name + "; it has: " + names,
                operation.name() + " 没有参数 " + name + "；可用参数：" + names);
    }
}
