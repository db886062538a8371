package io.switchboard.ticket.redmine.internal.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.connector.http.HttpAnswer;
import io.switchboard.connector.http.HttpQuestion;
import io.switchboard.ticket.redmine.internal.api.IssueFilter;
import io.switchboard.ticket.redmine.internal.api.Issues;
import io.switchboard.ticket.redmine.internal.api.Json;
import io.switchboard.ticket.redmine.internal.api.Wire;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** What one Redmine has, by name. */
final class Catalogue {
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final Wire wire;

    Catalogue(Wire wire) {
        this.wire = wire;
    }

    record Project(long id, Map<String, Long> trackers) {}

    /** A project; empty where the hub's user sees none such. */
    Optional<Project> project(String identifier) {
        HttpAnswer answer = wire.send(HttpQuestion.get("/projects/{id}.json", identifier)
                .query("include", "trackers")
                .expect("application/json")
                .accept(FORBIDDEN, NOT_FOUND)
                .build());
        if (answer.status() != OK) {
            return Optional.empty();
        }
        JsonNode project = Json.read(answer, "project");
        return Optional.of(new Project(Json.number(project, "id"), byName(project.path("trackers"))));
    }

    Map<String, Long> statuses() {
        return byName(Json.read(get("/issue_statuses.json"), "issue_statuses"));
    }

    /** Those states that close an issue. */
    Set<Long> closed() {
        Set<Long> closed = new HashSet<>();
        for (JsonNode each : Json.read(get("/issue_statuses.json"), "issue_statuses")) {
            if (each.path("is_closed").asBoolean()) {
                closed.add(Json.number(each, "id"));
            }
        }
        return closed;
    }

    Map<String, Long> priorities() {
        return byName(Json.read(get("/enumerations/issue_priorities.json"), "issue_priorities"));
    }

    /** The state of a new issue; empty where Redmine does not say. */
    OptionalLong firstStatus(long tracker) {
        for (JsonNode each : Json.read(get("/trackers.json"), "trackers")) {
            JsonNode status = each.path("default_status");
            if (Json.number(each, "id") == tracker && status.has("id")) {
                return OptionalLong.of(Json.number(status, "id"));
            }
        }
        return OptionalLong.empty();
    }

    /**
     * The custom fields of issues, from wherever the hub's user may see them: administrators see all; others those of the project
     * itself, and what issues have, but not those for all projects as long as there is no issue.
     */
    Map<String, Long> fields(long project) {
        HttpAnswer all = wire.send(HttpQuestion.get("/custom_fields.json")
                .expect("application/json")
                .accept(FORBIDDEN)
                .build());
        if (all.status() == OK) {
            Map<String, Long> fields = new LinkedHashMap<>();
            for (JsonNode each : Json.read(all, "custom_fields")) {
                if (Json.text(each, "customized_type").equals("issue")) {
                    fields.put(Json.text(each, "name"), Json.number(each, "id"));
                }
            }
            return fields;
        }
        HttpAnswer own = wire.send(HttpQuestion.get("/projects/{id}.json", project)
                .query("include", "issue_custom_fields")
                .expect("application/json")
                .build());
        Map<String, Long> fields = byName(Json.read(own, "project").path("issue_custom_fields"));
        HttpAnswer newest = wire.send(HttpQuestion.get("/issues.json")
                .query("project_id", project)
                .query("status_id", "*")
                .query("limit", 1)
                .expect("application/json")
                .build());
        for (JsonNode issue : Json.read(newest, "issues")) {
            byName(issue.path("custom_fields")).forEach(fields::putIfAbsent);
        }
        return fields;
    }

    /** Whether listings can be narrowed by a field: by a value that nobody has nothing may come. */
    boolean filters(long project, long field) {
        IssueFilter nobody =
                new IssueFilter(project).field(field, UUID.randomUUID().toString());
        return new Issues(wire).search(nobody, 1, 0).total() == 0;
    }

    private HttpAnswer get(String path) {
        return wire.send(HttpQuestion.get(path).expect("application/json").build());
    }

    private static Map<String, Long> byName(JsonNode list) {
        Map<String, Long> names = new LinkedHashMap<>();
        list.forEach(each -> names.put(Json.text(each, "name"), Json.number(each, "id")));
        return names;
    }
}
