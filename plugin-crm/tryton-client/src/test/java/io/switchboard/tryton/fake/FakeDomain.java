package io.switchboard.tryton.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Whether conditions hold for a record. */
final class FakeDomain {
    private final FakeModels models;

    FakeDomain(FakeModels models) {
        this.models = models;
    }

    boolean hold(String model, ObjectNode row, JsonNode domain) {
        if (domain.path(0).isTextual() && !domain.path(0).asText().equals("OR")) {
            return clause(model, row, domain);
        }
        boolean any = domain.path(0).asText().equals("OR");
        for (int i = any ? 1 : 0; i < domain.size(); i++) {
            if (hold(model, row, domain.get(i)) == any) {
                return any;
            }
        }
        return !any;
    }

    private boolean clause(String model, ObjectNode row, JsonNode clause) {
        String path = clause.path(0).asText();
        String operator = clause.path(1).asText();
        int dot = path.indexOf('.');
        if (dot > 0 || operator.equals("where")) {
            String field = dot > 0 ? path.substring(0, dot) : path;
            JsonNode inner = operator.equals("where")
                    ? clause.path(2)
                    : FakeModels.JSON
                            .createArrayNode()
                            .add(path.substring(dot + 1))
                            .add(operator)
                            .add(clause.path(2));
            return related(model, row, field, inner);
        }
        return compare(models.read(model, row, path), operator, clause.path(2));
    }

    private boolean related(String model, ObjectNode row, String field, JsonNode inner) {
        String other = models.relation(model, field).model();
        JsonNode value = models.read(model, row, field);
        if (!value.isArray()) {
            return !value.isNull() && hold(other, models.table(other).get(value.asLong()), inner);
        }
        for (JsonNode id : value) {
            if (hold(other, models.table(other).get(id.asLong()), inner)) {
                return true;
            }
        }
        return false;
    }

    private static boolean compare(JsonNode value, String operator, JsonNode wanted) {
        return switch (operator) {
            case "=" -> same(value, wanted);
            case "!=" -> !same(value, wanted);
            case "like" -> like(wanted.asText(), 0).matcher(value.asText()).matches();
            case "not like" ->
                !value.isNull()
                        && !like(wanted.asText(), 0).matcher(value.asText()).matches();
            case "in" -> {
                for (JsonNode each : wanted) {
                    if (same(value, each)) {
                        yield true;
                    }
                }
                yield false;
            }
            case "ilike" ->
                like(wanted.asText(), Pattern.CASE_INSENSITIVE)
                        .matcher(value.asText())
                        .matches();
            case "<" -> FakeValues.compare(value, wanted) < 0;
            case "<=" -> FakeValues.compare(value, wanted) <= 0;
            case ">" -> FakeValues.compare(value, wanted) > 0;
            case ">=" -> FakeValues.compare(value, wanted) >= 0;
            default -> throw new FakeFault("'" + operator + "'");
        };
    }

    private static boolean same(JsonNode value, JsonNode wanted) {
        return (value.isNull() || wanted.isNull())
                ? value.isNull() && wanted.isNull()
                : FakeValues.compare(value, wanted) == 0;
    }

    private static Pattern like(String pattern, int flags) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                i++;
                regex.append(Pattern.quote(String.valueOf(pattern.charAt(i))));
            } else {
                regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), flags | Pattern.DOTALL);
    }
}
