package io.switchboard.launcher.command;

import io.switchboard.launcher.command.OperationEntry.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a schema asks for, in words. */
final class SchemaText {
    private static final int DEEPEST = 10;

    private final OpenApi document;
    private final boolean chinese;

    SchemaText(OpenApi document, boolean chinese) {
        this.document = document;
        this.chinese = chinese;
    }

    List<String> argument(Argument argument) {
        List<String> lines = new ArrayList<>();
        add(lines, argument.name(), argument.schema(), argument.required(), 1);
        return lines;
    }

    /** Of an object: a line or more for each member. */
    List<String> members(Node schema) {
        List<String> lines = new ArrayList<>();
        inner(lines, schema, 1);
        return lines;
    }

    private void add(List<String> lines, String name, Node schema, boolean required, int depth) {
        String indent = "  ".repeat(depth);
        String must = required ? (chinese ? "必填" : "required") : (chinese ? "可选" : "optional");
        lines.add(indent + Plain.of(name) + "  " + type(schema) + ", " + must);
        String about = schema.text("description", chinese);
        if (!about.isEmpty()) {
            lines.add(indent + "    " + Plain.of(about));
        }
        List<Node> examples = schema.get("examples").items();
        if (!examples.isEmpty()) {
            lines.add(indent + "    " + (chinese ? "例如 " : "for example ")
                    + Plain.of(examples.get(0).shown()));
        }
        inner(lines, schema, depth + 1);
    }

    private void inner(List<String> lines, Node schema, int depth) {
        Node object = schema.text("type").equals("array") ? document.resolve(schema.get("items")) : schema;
        if (depth > DEEPEST) {
            return;
        }
        List<String> required =
                object.get("required").items().stream().map(Node::text).toList();
        for (Map.Entry<String, Node> each : object.get("properties").members().entrySet()) {
            add(lines, each.getKey(), document.resolve(each.getValue()), required.contains(each.getKey()), depth);
        }
    }

    private String type(Node schema) {
        String values = String.join(
                " | ", schema.get("enum").items().stream().map(Node::shown).toList());
        if (!values.isEmpty()) {
            return Plain.of(values);
        }
        String format = schema.text("x-format").isEmpty() ? schema.text("format") : schema.text("x-format");
        StringBuilder text = new StringBuilder(
                switch (schema.text("type")) {
                    case "array" -> (chinese ? "列表：" : "list of ") + type(document.resolve(schema.get("items")));
                    case "string" -> format.isEmpty() ? (chinese ? "文本" : "text") : format;
                    case "integer" -> chinese ? "整数" : "integer";
                    case "object" -> chinese ? "对象" : "object";
                    default -> schema.text("type");
                });
        bounds(text, schema, "minLength", "maxLength", chinese ? " 个字符" : " characters");
        bounds(text, schema, "minItems", "maxItems", chinese ? " 项" : " entries");
        bounds(text, schema, "minimum", "maximum", "");
        // Of texts alone: the hub writes the pattern of a number's digits itself.
        if (format.isEmpty() && !schema.text("pattern").isEmpty()) {
            text.append(chinese ? "，样式 " : ", like ").append(Plain.of(schema.text("pattern")));
        }
        if (!schema.text("x-sensitive").isEmpty()) {
            text.append(chinese ? "，个人数据 " : ", personal data: ").append(Plain.of(schema.text("x-sensitive")));
        }
        return text.toString();
    }

    private void bounds(StringBuilder text, Node schema, String low, String high, String of) {
        String from = schema.get(low).shown();
        String to = schema.get(high).shown();
        if (!from.isEmpty() || !to.isEmpty()) {
            text.append(chinese ? "，" : ", ")
                    .append(from.isEmpty() ? "" : from)
                    .append(" … ")
                    .append(to)
                    .append(of);
        }
    }
}
