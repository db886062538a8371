package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What an employee sees and does in Redmine itself. */
final class RedmineDesk {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RealSystem redmine;

    RedmineDesk(RealSystem redmine) {
        this.redmine = redmine;
    }

    /** The issue of a ticket, with its journals. */
    JsonNode look(JsonNode ticket) throws IOException, InterruptedException {
        return send("GET", path(ticket) + "?include=journals", "").path("issue");
    }

    /** Changes members of the issue of a ticket. */
    void change(JsonNode ticket, String members) throws IOException, InterruptedException {
        send("PUT", path(ticket), "{\"issue\":" + members + "}");
    }

    private static String path(JsonNode ticket) {
        return "/issues/" + ticket.path("id").asText().split("~", 2)[1] + ".json";
    }

    private JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(redmine.property("address") + path))
                .header("X-Redmine-API-Key", redmine.property("agent_key"))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        assertTrue(answer.statusCode() < 300, () -> answer.statusCode() + " " + answer.body());
        return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }
}
