package io.switchboard.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** A client of the hub, with a token it has come by as any client does. Safe for use from many threads. */
final class Caller {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String address;
    private final String token;

    /** With all that the client's roles allow. */
    Caller(String address, String id, String secret) {
        this(address, token(address, id, secret, ""));
    }

    private Caller(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** Without a token. */
    static Caller nobody(String address) {
        return new Caller(address, "");
    }

    /** With a token that it has come by elsewhere. */
    static Caller with(String address, String token) {
        return new Caller(address, token);
    }

    /** With a token of one scope only. */
    static Caller narrow(String address, String id, String secret, String scope) {
        return new Caller(address, token(address, id, secret, "&scope=" + scope));
    }

    /** The same client with another token. */
    Caller with(String otherToken) {
        return new Caller(address, otherToken);
    }

    /** The answer of the token endpoint. */
    static Answer askForToken(String address, String id, String secret) {
        return askForToken(address, id, secret, "");
    }

    private static String token(String address, String id, String secret, String more) {
        return askForToken(address, id, secret, more).ok().path("access_token").asText();
    }

    private static Answer askForToken(String address, String id, String secret, String more) {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return exchange(HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials" + more)));
    }

    String token() {
        return token;
    }

    Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** Sends JSON. */
    Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    /** A body that is not empty is JSON, unless a header says otherwise. */
    Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return exchange(request);
    }

    private static Answer exchange(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
