package io.switchboard.ticket.redmine.internal;

import io.switchboard.connector.check.CheckFinding;
import io.switchboard.connector.check.CheckFinding.Outcome;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.testkit.ClientBackends;
import io.switchboard.connector.testkit.FaultyAnswer;
import io.switchboard.connector.testkit.FaultyServer;
import io.switchboard.connector.testkit.SettableClock;
import io.switchboard.poll.Bell;
import io.switchboard.ticket.redmine.internal.settings.RedmineSettings;
import io.switchboard.ticket.redmine.internal.settings.SettingsReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server that answers as a Redmine did, which has all that a hub needs, and a backend that asks it. */
final class RecordedRedmine implements AutoCloseable {
    static final String ISSUES = "/issues.json";
    static final String ISSUE = "/issues/27.json";

    final FaultyServer server = FaultyServer.start();
    final SettableClock clock = SettableClock.at("2026-11-22T18:30:00Z");
    final Bell bell = new Bell();
    final RedmineTickets tickets;
    final References references;
    private final ClientBackends clients = new ClientBackends();
    private final HttpBackend http;

    RecordedRedmine(String... more) {
        server.answersAt("/projects/support.json", FaultyAnswer.json(text("project")));
        server.answersAt("/projects/1.json", FaultyAnswer.json(text("project")));
        server.answersAt("/users/current.json", FaultyAnswer.json(text("user")));
        server.answersAt("/roles/6.json", FaultyAnswer.json(text("role")));
        server.answersAt("/trackers.json", FaultyAnswer.json(text("trackers")));
        server.answersAt("/issue_statuses.json", FaultyAnswer.json(text("statuses")));
        server.answersAt("/enumerations/issue_priorities.json", FaultyAnswer.json(text("priorities")));
        server.answersAt("/custom_fields.json", FaultyAnswer.of(403, "application/json", ""));
        server.answersAt(ISSUES, FaultyAnswer.json(text("none")));
        server.answersAt(ISSUE, FaultyAnswer.json(text("issue")));
        Map<String, Object> properties = new HashMap<>(Map.of(
                "endpoints",
                server.address().toString(),
                ".key",
                "0123456789abcdef",
                "project",
                "support",
                "timeout.millis",
                "2000"));
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        RedmineSettings settings = new SettingsReader("redmine", properties).read();
        http = clients.open(settings.http());
        references = new References(settings, clock);
        tickets = new RedmineTickets(settings, http, references, clock, bell);
    }

    /** Has it looked up what it needs, so that what is answered from now on is to the question of the test. */
    RecordedRedmine known() {
        references.get(question -> http.send(question, Duration.ofSeconds(5)));
        return this;
    }

    /** What a check says that is not right, in English. */
    List<String> faults() {
        return references.check(question -> http.send(question, Duration.ofSeconds(5))).stream()
                .filter(each -> each.outcome() == Outcome.FAULT)
                .map(CheckFinding::en)
                .toList();
    }

    /** What was asked by a method, as method and path without a query. */
    List<String> asked(String method) {
        return server.received().stream()
                .filter(each -> each.method().equals(method))
                .map(each -> each.target().split("\\?", 2)[0])
                .toList();
    }

    /** The body of the last question by a method. */
    String sent(String method) {
        return server.received().stream()
                .filter(each -> each.method().equals(method))
                .reduce((first, second) -> second)
                .orElseThrow()
                .body();
    }

    /** A recorded answer. */
    static String text(String name) {
        try (InputStream in = RecordedRedmine.class.getResourceAsStream("/answers/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        clients.close();
        server.close();
    }
}
