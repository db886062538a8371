package io.switchboard.ticket.redmine.internal.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.connector.check.CheckFinding;
import io.switchboard.connector.http.HttpAnswer;
import io.switchboard.connector.http.HttpQuestion;
import io.switchboard.ticket.redmine.internal.api.Json;
import io.switchboard.ticket.redmine.internal.api.Wire;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether the hub's user may do what it has to. Asked before the first write, since Redmine takes what one may not do in silence: without
 * the right to private notes, what is for employees would be there for everybody.
 */
final class Rights {
    private static final Set<String> NEEDED = Set.of(
            "view_issues", "add_issues", "edit_issues", "add_issue_notes", "view_private_notes", "set_notes_private");

    private final Wire wire;

    Rights(Wire wire) {
        this.wire = wire;
    }

    List<CheckFinding> check(long project) {
        HttpAnswer answer = wire.send(HttpQuestion.get("/users/current.json")
                .query("include", "memberships")
                .expect("application/json")
                .build());
        JsonNode user = Json.read(answer, "user");
        if (user.path("admin").asBoolean()) {
            return List.of(Words.administrator());
        }
        Set<Long> roles = roles(user, project);
        if (roles.isEmpty()) {
            return List.of(Words.noMember());
        }
        List<CheckFinding> findings = new ArrayList<>();
        Set<String> missing = new TreeSet<>(NEEDED);
        Set<String> visible = new HashSet<>();
        for (long each : roles) {
            JsonNode role = role(each);
            role.path("permissions").forEach(permission -> missing.remove(permission.asText()));
            visible.add(Json.text(role, "issues_visibility"));
        }
        if (!missing.isEmpty()) {
            findings.add(Words.noRights(missing));
        }
        if (!visible.contains("all") && !visible.contains("default")) {
            findings.add(Words.ownIssuesOnly());
        }
        return findings;
    }

    private static Set<Long> roles(JsonNode user, long project) {
        Set<Long> roles = new HashSet<>();
        for (JsonNode membership : user.path("memberships")) {
            if (membership.path("project").path("id").asLong() == project) {
                membership.path("roles").forEach(role -> roles.add(Json.number(role, "id")));
            }
        }
        return roles;
    }

    private JsonNode role(long id) {
        return Json.read(
                wire.send(HttpQuestion.get("/roles/{id}.json", id)
                        .expect("application/json")
                        .build()),
                "role");
    }
}
