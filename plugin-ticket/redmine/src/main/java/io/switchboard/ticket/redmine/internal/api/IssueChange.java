package io.switchboard.ticket.redmine.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is to be written to an issue; what is not named is left alone. Not safe for use from several threads. */
public final class IssueChange {
    private final ObjectNode root = Json.MAPPER.createObjectNode();
    private final ObjectNode issue = root.putObject("issue");

    /** Sets something that is known by a number, such as {@code status_id}. */
    public IssueChange set(String name, long number) {
        issue.put(name, number);
        return this;
    }

    /** Sets text. */
    public IssueChange set(String name, String text) {
        issue.put(name, text);
        return this;
    }

    /** Sets a custom field. */
    public IssueChange field(long number, String value) {
        ArrayNode fields = issue.withArray("/custom_fields");
        fields.addObject().put("id", number).put("value", value);
        return this;
    }

    /** Adds notes. */
    public IssueChange notes(String text, boolean hidden) {
        issue.put("notes", text).put("private_notes", hidden);
        return this;
    }

    String json() {
        return root.toString();
    }
}
