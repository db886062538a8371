package io.switchboard.launcher.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A hub, over HTTP, for a command that calls it. A proxy is asked only for hubs on other machines. */
final class HubClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 16 << 20;

    private final HubAddress address;
    private final InstantSource clock;
    private final HttpClient http;

    HubClient(HubAddress address, Optional<String> authority, InstantSource clock) throws IOException, CommandFault {
        this.address = address;
        this.clock = clock;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10));
        if (address.loopback()) {
            builder.proxy(HttpClient.Builder.NO_PROXY);
        }
        if (authority.isPresent()) {
            builder.sslContext(Authority.of(Path.of(authority.get())));
        }
        http = builder.build();
    }

    /**
     * What a hub answered. Immutable.
     *
     * @param replayed whether it is what an earlier call with the same key came to
     */
    record Reply(int status, String body, boolean replayed) {}

    /** A request to a path of the hub. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
    }

    Reply send(HttpRequest.Builder request) throws IOException, InterruptedException, CommandFault {
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) {
                    throw CommandFault.failed("The answer of the hub is too long.", "hub 的应答过长。");
                }
                boolean replayed =
                        answer.headers().firstValue("Idempotency-Replayed").isPresent();
                return new Reply(answer.statusCode(), new String(bytes, UTF_8), replayed);
            }
        } catch (ConnectException e) {
            throw new CommandFault(
                    CommandFault.NOT_RUNNING,
                    "Nobody answers at " + address + ". Start the hub there with: switchboard start",
                    address + " 无应答。请在该处启动 hub：switchboard start");
        } catch (SSLException e) {
            throw CommandFault.failed(
                    "There is no safe connection to " + address + " (" + e.getMessage()
                            + "). If its certificate is your company's own, name that authority's by --ca FILE.",
                    "无法与 " + address + " 建立安全连接（" + e.getMessage() + "）。若其证书由企业自签，请用 --ca 文件 指定签发证书。");
        }
    }

    /** A new token for a client. */
    Token token(String clientId, String clientSecret) throws IOException, InterruptedException, CommandFault {
        return granted(clientId, clientSecret, "grant_type=client_credentials");
    }

    /** A token by which a client acts for the customer whose token it shows (RFC 8693). */
    Token exchange(String clientId, String clientSecret, String customerToken)
            throws IOException, InterruptedException, CommandFault {
        return granted(
                clientId,
                clientSecret,
                "grant_type=urn:ietf:params:oauth:grant-type:token-exchange"
                        + "&subject_token_type=urn:ietf:params:oauth:token-type:jwt&subject_token="
                        + URLEncoder.encode(customerToken, UTF_8));
    }

    private Token granted(String clientId, String clientSecret, String form)
            throws IOException, InterruptedException, CommandFault {
        Reply reply = send(form("/oauth2/token", clientId, clientSecret, form));
        Map<String, @Nullable Object> members = Json.object(reply.body());
        if (reply.status() == 200
                && members.get("access_token") instanceof String text
                && members.get("expires_in") instanceof BigDecimal seconds) {
            String scope = members.get("scope") instanceof String given ? given : "";
            return new Token(text, scope, clock.instant().plusSeconds(seconds.longValue()));
        }
        if ("invalid_client".equals(members.get("error"))) {
            throw CommandFault.failed(address + " does not accept this client and secret.", address + " 不接受该客户端及密钥。");
        }
        String why = members.get("error_description") instanceof String said ? said : "HTTP " + reply.status();
        throw CommandFault.failed(address + " gives no token: " + why, address + " 未签发令牌：" + why);
    }

    /** Ends a token before its time, where the hub offers that; false where it does not. */
    boolean revoke(Login login, Token token) throws IOException, InterruptedException, CommandFault {
        Reply metadata = send(request("/.well-known/oauth-authorization-server").GET());
        Object endpoint = Json.object(metadata.body()).get("revocation_endpoint");
        if (!(endpoint instanceof String text)) {
            return false;
        }
        // Only its path counts: the secret goes to the hub that was logged in to, and nowhere else.
        String path = URI.create(text).getRawPath();
        String body = "token_type_hint=access_token&token=" + URLEncoder.encode(token.text(), UTF_8);
        return send(form(path, login.clientId(), login.clientSecret(), body)).status() == 200;
    }

    private HttpRequest.Builder form(String path, String clientId, String clientSecret, String body) {
        // Both are form-encoded first (RFC 6749, 2.3.1).
        String pair = URLEncoder.encode(clientId, UTF_8) + ':' + URLEncoder.encode(clientSecret, UTF_8);
        return request(path)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }
}
