package io.switchboard.ticket.redmine.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Issues out of JSON. */
final class IssueReader {
    private IssueReader() {}

    static Issue issue(JsonNode node) {
        JsonNode status = Json.require(node, "status");
        return new Issue(
                Json.number(node, "id"),
                Json.number(Json.require(node, "project"), "id"),
                Json.number(status, "id"),
                status.path("is_closed").asBoolean(),
                Json.number(Json.require(node, "priority"), "id"),
                Json.text(node, "subject"),
                plain(Json.text(node, "description")),
                Json.text(node.path("author"), "name"),
                fields(node.path("custom_fields")),
                Json.instant(node, "created_on"),
                Json.instant(node, "updated_on"),
                journals(node.path("journals")),
                allowed(node.path("allowed_statuses")));
    }

    private static Map<Long, String> fields(JsonNode list) {
        Map<Long, String> fields = new HashMap<>();
        for (JsonNode each : list) {
            String value = Json.text(each, "value");
            if (!value.isEmpty()) {
                fields.put(Json.number(each, "id"), value);
            }
        }
        return fields;
    }

    /** By their numbers: users of Redmine may choose to see the newest first, and then the API turns them round too. */
    private static List<Journal> journals(JsonNode list) {
        List<Journal> journals = new ArrayList<>();
        for (JsonNode each : list) {
            JsonNode user = each.path("user");
            journals.add(new Journal(
                    Json.number(each, "id"),
                    user.path("id").asLong(),
                    Json.text(user, "name"),
                    plain(Json.text(each, "notes")),
                    each.path("private_notes").asBoolean(),
                    Json.instant(each, "created_on"),
                    details(each.path("details"))));
        }
        journals.sort(Comparator.comparingLong(Journal::id));
        return journals;
    }

    private static List<Detail> details(JsonNode list) {
        List<Detail> details = new ArrayList<>();
        for (JsonNode each : list) {
            details.add(new Detail(
                    Json.text(each, "property"),
                    Json.text(each, "name"),
                    Json.optional(each, "old_value").filter(value -> !value.isEmpty()),
                    Json.optional(each, "new_value").filter(value -> !value.isEmpty())));
        }
        return details;
    }

    private static Set<Long> allowed(JsonNode list) {
        Set<Long> allowed = new HashSet<>();
        list.forEach(each -> allowed.add(Json.number(each, "id")));
        return allowed;
    }

    /** Redmine keeps lines with carriage returns, however they were sent. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n");
    }
}
