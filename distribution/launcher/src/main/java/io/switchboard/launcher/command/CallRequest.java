package io.switchboard.launcher.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.launcher.command.OperationEntry.Argument;
import io.switchboard.launcher.command.OperationEntry.Place;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An operation's request. Immutable.
 *
 * @param target path and query
 * @param body in JSON; empty where there is none
 */
record CallRequest(String method, String target, Optional<String> body) {
    private static final Pattern NAME = Pattern.compile("\\{([^}]+)}");

    /** Puts every argument where the document has it; one that it does not have goes into the body, for the hub to refuse. */
    static CallRequest of(OperationEntry operation, Map<String, @Nullable Object> values) throws CommandFault {
        Map<String, @Nullable Object> body = new LinkedHashMap<>(values);
        List<String> query = new ArrayList<>();
        for (Argument argument : operation.arguments()) {
            Node value = new Node(values.get(argument.name()));
            if (argument.place() != Place.BODY) {
                body.remove(argument.name());
            }
            if (argument.place() == Place.QUERY) {
                List<Node> all = value.items().isEmpty() ? List.of(value) : value.items();
                all.stream()
                        .filter(Node::present)
                        .forEach(each -> query.add(argument.name() + "=" + encoded(each.shown())));
            }
        }
        String path = path(operation, values);
        boolean inBody = operation.hasBody() || !body.isEmpty();
        return new CallRequest(
                operation.method(),
                query.isEmpty() ? path : path + "?" + String.join("&", query),
                inBody ? Optional.of(JsonText.line(body)) : Optional.empty());
    }

    private static String path(OperationEntry operation, Map<String, @Nullable Object> values) throws CommandFault {
        Matcher names = NAME.matcher(operation.path());
        StringBuilder path = new StringBuilder();
        while (names.find()) {
            String value = new Node(values.get(names.group(1))).shown();
            if (value.isEmpty()) {
                throw CommandFault.failed(
                        operation.name() + " needs " + names.group(1) + "=…; see: switchboard describe "
                                + operation.name(),
                        operation.name() + " 需要 " + names.group(1) + "=…；参见：switchboard describe " + operation.name());
            }
            names.appendReplacement(path, Matcher.quoteReplacement(encoded(value)));
        }
        return names.appendTail(path).toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
