package io.switchboard.launcher.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The hub as a chatbot sees it, with each call shown. */
final class Hub {
    // Longer than the longest deadline of what is called here.
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int GOOD = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String address;
    private final Screen screen;
    private String token = "";

    Hub(String address, Screen screen) {
        this.address = address;
        this.screen = screen;
    }

    void signIn(String client, String secret) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(
                request("/oauth2/token")
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
        screen.request("POST /oauth2/token   grant_type=client_credentials", "");
        Text body = Text.of(answer.body());
        token = body.member("access_token");
        if (token.isEmpty()) {
            screen.answer(Integer.toString(answer.statusCode()), answer.body());
            throw unexpected(GOOD, answer.statusCode());
        }
        // A token is a secret; nobody needs to see it.
        screen.answer(
                answer.statusCode() + " " + client,
                "{\"access_token\":\"…\",\"expires_in\":" + body.member("expires_in") + ",\"scope\":\""
                        + body.member("scope") + "\"}");
    }

    /** Sends JSON, or nothing; the answer has to have the status that is expected. */
    HttpResponse<String> call(int expected, String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(method, path, body, headers);
        if (answer.statusCode() != expected) {
            throw unexpected(expected, answer.statusCode());
        }
        return answer;
    }

    /** The same, whatever the status is. */
    HttpResponse<String> ask(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", screen.language())
                .header("Switchboard-Conversation", "demo")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        StringBuilder shown = new StringBuilder(method + " " + path);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
            shown.append("   ").append(headers[i]).append(": ").append(headers[i + 1]);
        }
        screen.request(shown.toString(), body);
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        String replayed = answer.headers()
                .firstValue("Idempotency-Replayed")
                .map(value -> "   Idempotency-Replayed: " + value)
                .orElse("");
        screen.answer(answer.statusCode() + replayed, answer.body());
        return answer;
    }

    /** Reads without a word; what is asked again and again would fill the screen. */
    String look(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request(path).header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
        if (answer.statusCode() != GOOD) {
            screen.answer(Integer.toString(answer.statusCode()), answer.body());
            throw unexpected(GOOD, answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    }

    private static Unexpected unexpected(int expected, int status) {
        return new Unexpected(
                "This was not expected: the answer should be " + expected + " and is " + status + ".",
                "与预期不符：应答应为 " + expected + "，实为 " + status + "。");
    }
}
