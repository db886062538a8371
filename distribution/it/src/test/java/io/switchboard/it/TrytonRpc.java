package io.switchboard.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person at Tryton's own client sees and does. */
final class TrytonRpc {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RealSystem tryton;
    private final Optional<String> session;

    private TrytonRpc(RealSystem tryton, Optional<String> session) {
        this.tryton = tryton;
        this.session = session;
    }

    static TrytonRpc signIn(RealSystem tryton, String user, String password) throws Exception {
        JsonNode login = new TrytonRpc(tryton, Optional.empty())
                .send("common.db.login", List.of(user, Map.of("password", password)));
        String named = user + ":" + login.path(0).asText() + ":" + login.path(1).asText();
        String key = Base64.getEncoder().encodeToString(named.getBytes(StandardCharsets.UTF_8));
        return new TrytonRpc(tryton, Optional.of("Session " + key));
    }

    /** A method of a model. */
    JsonNode call(String method, Object... arguments) throws IOException, InterruptedException {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.add(Map.of("company", 1));
        return send("model." + method, all);
    }

    /** A wizard of one form, on one record. */
    void run(String wizard, Map<String, ?> form, String button, String model, long id)
            throws IOException, InterruptedException {
        Map<String, Object> context =
                Map.of("company", 1, "active_model", model, "active_id", id, "active_ids", List.of(id));
        JsonNode opened = send("wizard." + wizard + ".create", List.of(context));
        Map<String, Object> data = Map.of(opened.path(1).asText(), form);
        send("wizard." + wizard + ".execute", List.of(opened.path(0), data, button, context));
        send("wizard." + wizard + ".delete", List.of(opened.path(0), context));
    }

    private JsonNode send(String method, List<Object> parameters) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("id", 1, "method", method, "params", parameters));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(tryton.property("address") + "/" + tryton.property("database") + "/"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        session.ifPresent(key -> request.header("Authorization", key));
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        JsonNode answer = JSON.readTree(response.body());
        if (!answer.has("result")) {
            throw new AssertionError(method + ": " + response.body());
        }
        return answer.path("result");
    }
}
