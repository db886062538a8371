package io.switchboard.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.Advice;

/** The schema of a problem. */
final class ProblemSchema {
    private ProblemSchema() {}

    static ObjectNode make() {
        ObjectNode schema = Nodes.object().put("type", "object");
        schema.put("description", "How a call ended that did not succeed (RFC 9457).")
                .put("x-description-zh", "调用失败的说明（RFC 9457）。");
        schema.putObject("xml").put("name", "problem").put("namespace", "urn:ietf:rfc:7807");
        ArrayNode required = schema.putArray("required");
        for (String name : new String[] {"type", "title", "status", "code", "advice", "message", "callId", "traceId"}) {
            required.add(name);
        }
        ObjectNode properties = schema.putObject("properties");
        properties.set(
                "type", text("The code's place in the catalogue of errors.").put("format", "uri-reference"));
        properties.set("title", text("The code for people."));
        properties.set("status", number("The status over HTTP."));
        properties.set("detail", text("What was wrong and what to do, for the caller's developer."));
        properties.set("code", number("The four digits of the catalogue; see /api/errors."));
        ObjectNode advice = text("What to do next.");
        ArrayNode advices = advice.putArray("enum");
        for (Advice each : Advice.values()) {
            advices.add(each.name());
        }
        properties.set("advice", advice);
        properties.set("reason", text("The connector's own reason, such as loyalty/expired."));
        properties.set("message", text("What to tell the customer, in the language asked for."));
        properties.set("operation", text("The operation's canonical name."));
        properties.set("callId", text("The call's id, to ask /api/calls/{callId} by."));
        properties.set("traceId", text("The trace's id."));
        properties.set("retryAfterMs", number("When to try again, in milliseconds."));
        properties.set("errors", faults());
        return schema;
    }

    private static ObjectNode faults() {
        ObjectNode faults = Nodes.object().put("type", "array");
        faults.put("description", "The arguments at fault.");
        faults.putObject("xml").put("wrapped", true);
        ObjectNode fault = faults.putObject("items").put("type", "object");
        fault.putObject("xml").put("name", "i");
        fault.putArray("required").add("member").add("fault");
        ObjectNode properties = fault.putObject("properties");
        properties.set("member", text("The argument's path; empty: the whole."));
        properties.set("fault", text("missing, unknown, type, format, length, range, pattern or value."));
        properties.set("expected", text("What was expected, in the language asked for."));
        return faults;
    }

    private static ObjectNode text(String description) {
        return ScalarSchemas.string().put("description", description);
    }

    private static ObjectNode number(String description) {
        return Nodes.object().put("type", "integer").put("format", "int32").put("description", description);
    }
}
