package io.switchboard.ticket.redmine.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.http.HttpAnswer;
import io.switchboard.connector.http.HttpQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one Redmine for issues, and writes them. Safe for use from many threads. */
public final class Issues {
    private static final Logger LOG = LoggerFactory.getLogger(Issues.class);
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;
    private static final String JSON = "application/json";

    private final Wire wire;

    /** Asks by this. */
    public Issues(Wire wire) {
        this.wire = wire;
    }

    /** What came of a change that Redmine answered. */
    public enum Written {
        /** It took it, which does not say that it did anything. */
        TAKEN,
        /** It did nothing, since somebody else changed the issue at the same time. */
        COLLIDED
    }

    /** One issue with its journals; empty where there is none that the hub's user may see. */
    public Optional<Issue> find(long id, long project) {
        HttpAnswer answer = wire.send(HttpQuestion.get("/issues/{id}.json", id)
                .query("include", "journals,allowed_statuses")
                .expect(JSON)
                .accept(FORBIDDEN, NOT_FOUND)
                .build());
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (answer.status() == FORBIDDEN) {
            // Of a project that the hub's user does not see; unless it has lost our own, of which this fails too.
            wire.send(HttpQuestion.get("/projects/{id}.json", project)
                    .expect(JSON)
                    .build());
            return Optional.empty();
        }
        return Optional.of(IssueReader.issue(Json.read(answer, "issue")));
    }

    /** Some of the issues that a filter leaves, as far as Redmine knows it. */
    public IssuePage search(IssueFilter filter, int limit, long offset) {
        HttpAnswer answer = wire.send(filter.question(limit, offset));
        List<Issue> issues = new ArrayList<>();
        Json.read(answer, "issues").forEach(each -> issues.add(IssueReader.issue(each)));
        return new IssuePage(issues, Json.read(answer, "total_count").asLong());
    }

    /** Makes an issue. */
    public Issue create(IssueChange change) {
        HttpAnswer answer = wire.send(HttpQuestion.post("/issues.json")
                .json(change.json())
                .accept(UNPROCESSABLE)
                .build());
        if (answer.status() == UNPROCESSABLE) {
            throw refused("a new issue", errors(answer));
        }
        return IssueReader.issue(Json.read(answer, "issue"));
    }

    /** Changes an issue. */
    public Written update(long id, IssueChange change) {
        HttpAnswer answer = wire.send(HttpQuestion.put("/issues/{id}.json", id)
                .json(change.json())
                .accept(NOT_FOUND, UNPROCESSABLE)
                .build());
        if (answer.status() == NOT_FOUND) {
            throw ConnectorException.of(ErrorCode.NOT_FOUND);
        }
        if (answer.status() != UNPROCESSABLE) {
            return Written.TAKEN;
        }
        List<String> errors = errors(answer);
        if (errors.isEmpty()) {
            return Written.COLLIDED;
        }
        throw refused("a change of issue " + id, errors);
    }

    /** Such errors name fields and rules, and no values. Callers could do nothing about them: it is how this Redmine is set up. */
    private static ConnectorException refused(String what, List<String> errors) {
        LOG.error("Redmine refuses {}: {}", what, errors);
        return ConnectorException.of(ErrorCode.BACKEND_REFUSED);
    }

    private static List<String> errors(HttpAnswer answer) {
        List<String> errors = new ArrayList<>();
        for (JsonNode each : Json.read(answer, "errors")) {
            errors.add(each.asText());
        }
        return errors;
    }
}
