package io.switchboard.rest.internal.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.CallReply;
import io.switchboard.core.call.Quota;
import io.switchboard.core.value.ValueOutput;
import io.switchboard.rest.internal.sample.SampleGate;
import io.switchboard.rest.internal.sample.Tokens;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiServletTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private JettyHub hub;

    @BeforeEach
    void start() throws Exception {
        hub = new JettyHub(false);
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        return hub.send(hub.to(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private static JsonNode problem(HttpResponse<String> response, int status, ErrorCode code) throws Exception {
        JsonNode problem = JSON.readTree(response.body());
        assertEquals(status, response.statusCode(), response.body());
        assertEquals("application/problem+json", header(response, "Content-Type"));
        assertEquals(code.number(), problem.get("code").intValue(), response.body());
        return problem;
    }

    @Test
    void tellsWhereTheTextStandsThatCustomersWrote() throws Exception {
        assertEquals(
                "items[].note", header(hub.send(hub.to("/api/shop/v1/customers/1/orders")), "Switchboard-Untrusted"));
        assertTrue(hub.send(hub.to("/api/shop/v1/customers/1"))
                .headers()
                .firstValue("Switchboard-Untrusted")
                .isEmpty());
    }

    @Test
    void answersAReadInJson() throws Exception {
        HttpResponse<String> response = hub.send(hub.to("/api/shop/v1/customers/a%2Fb".replace("%2F", "%20") + "?x=1")
                .header("Authorization", "Bearer t"));
        assertEquals(200, response.statusCode());
        assertEquals("{\"city\":\"上海 <&>\"}", response.body());
        assertEquals("application/json", header(response, "Content-Type"));
        assertEquals("call1", header(response, "Switchboard-Call"));
        assertEquals("no-store", header(response, "Cache-Control"));
        assertEquals("nosniff", header(response, "X-Content-Type-Options"));
        assertFalse(header(response, "traceparent").isEmpty());
        SampleGate.Seen seen = hub.gate.seen.take();
        assertEquals("{\"customerId\":\"a b\",\"x\":\"\"}", seen.arguments().toString());
        assertEquals("t", seen.request().arrival().credentials().orElseThrow().token());
    }

    @Test
    void answersInXml() throws Exception {
        HttpResponse<String> response =
                hub.send(hub.to("/api/shop/v1/customers/1").header("Accept", "application/xml"));
        assertEquals(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><response><city>上海 &lt;&amp;&gt;</city></response>",
                response.body());
        assertEquals("application/xml;charset=utf-8", header(response, "Content-Type"));
    }

    @Test
    void mergesPathQueryAndBody() throws Exception {
        hub.send(hub.to("/api/shop/v1/customers/me/orders?status=GOLD&status=PLAIN&limit=5&open=true"));
        assertEquals(
                "{\"customerId\":\"me\",\"status\":[\"GOLD\",\"PLAIN\"],\"limit\":5,\"open\":true}",
                hub.gate.seen.take().arguments().toString());
        problem(
                post("/api/shop/v1/customers/me/everything", "application/json", "{\"customerId\":\"2\"}"),
                400,
                ErrorCode.INVALID_ARGUMENTS);
        problem(hub.send(hub.to("/api/shop/v1/customers/1/orders?limit=5&limit=6")), 400, ErrorCode.INVALID_ARGUMENTS);
        problem(
                hub.send(hub.to("/api/shop/v1/customers/find?phone=13800138000").POST(BodyPublishers.noBody())),
                400,
                ErrorCode.INVALID_ARGUMENTS);
    }

    @Test
    void reachesAnOperationByItsName() throws Exception {
        assertEquals(
                200,
                post("/api/shop/v1/customer.get", "application/json", "{\"customerId\":\"1\"}")
                        .statusCode());
        assertEquals("shop.v1.customer.get", hub.gate.seen.take().request().operation());
        HttpResponse<String> nothing = post("/api/shop/v1/plain.do", "text/xml;charset=UTF-8", "<request/>");
        assertEquals(204, nothing.statusCode());
        assertEquals("", nothing.body());
    }

    @Test
    void answersHeadAndOptions() throws Exception {
        HttpResponse<String> head =
                hub.send(hub.to("/api/shop/v1/customers/1").method("HEAD", BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertEquals("21", header(head, "Content-Length"));
        HttpResponse<String> options =
                hub.send(hub.to("/api/shop/v1/customers/1").method("OPTIONS", BodyPublishers.noBody()));
        assertEquals(204, options.statusCode());
        assertEquals("DELETE, GET, HEAD, OPTIONS", header(options, "Allow"));
        HttpResponse<String> refused =
                hub.send(hub.to("/api/shop/v1/customers/1").PUT(BodyPublishers.noBody()));
        problem(refused, 405, ErrorCode.METHOD_NOT_ALLOWED);
        assertEquals("DELETE, GET, HEAD, OPTIONS", header(refused, "Allow"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/none/v1/x, 404, NO_SUCH_OPERATION",
        "/api/shop/v9/x, 404, NO_SUCH_OPERATION",
        "/api/shop/v1/x, 404, NO_SUCH_OPERATION",
        "/api/shop/v1, 404, NO_SUCH_OPERATION",
        "/api/shop, 404, NO_SUCH_OPERATION",
        "/api, 404, NO_SUCH_OPERATION",
        "/api/shop/v1/customers/, 404, NO_SUCH_OPERATION",
        "/elsewhere, 404, NO_SUCH_OPERATION",
        "/api/shop/v1/customers/a;b, 400, INVALID_ARGUMENTS",
        "/api/calls/other, 404, NOT_FOUND",
    })
    void refusesPathsThatLeadNowhere(String path, int status, ErrorCode code) throws Exception {
        problem(hub.send(hub.to(path)), status, code);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/shop/v1/customers/%ff",
        "/api/shop/v1/customers/%5C",
        "/api/shop/v1/customers/%zz",
        "/api/shop//v1/customers/1",
        "/api/shop/v1/customers/a%2Fb",
        "/api/shop/v1/../v1/%2e%2e/customers/1",
        "/api/shop/v1/customers/%00"
    })
    void refusesPathsThatCouldBeReadInTwoWays(String path) throws Exception {
        try (Socket socket = hub.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")) {
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
            assertFalse(answer.contains("Exception"), answer);
            assertFalse(answer.contains("\tat "), answer);
        }
    }

    @Test
    void refusesWhatItCannotAnswerInOrRead() throws Exception {
        problem(
                hub.send(hub.to("/api/shop/v1/customers/1").header("Accept", "text/html")),
                406,
                ErrorCode.NOT_ACCEPTABLE);
        HttpResponse<String> response = post("/api/shop/v1/plain.do", "text/plain", "{}");
        problem(response, 415, ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        assertEquals("application/json, application/xml", header(response, "Accept"));
        problem(
                post("/api/shop/v1/plain.do", "application/json;charset=gbk", "{}"),
                415,
                ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        problem(post("/api/shop/v1/plain.do", "application/json", "{\"a\":1,\"a\":2}"), 400, ErrorCode.MALFORMED_BODY);
        problem(post("/api/shop/v1/plain.do", "application/json", "{} {}"), 400, ErrorCode.MALFORMED_BODY);
        problem(post("/api/shop/v1/plain.do", "application/json", "[]"), 400, ErrorCode.INVALID_ARGUMENTS);
        problem(post("/api/shop/v1/plain.do", "application/json", "[".repeat(21)), 400, ErrorCode.MALFORMED_BODY);
    }

    @Test
    void refusesABodyThatIsTooLargeHoweverItComes() throws Exception {
        String large = "{\"text\":\"" + "x".repeat(100 * JettyHub.BODY_LIMIT) + "\"}";
        problem(post("/api/shop/v1/plain.do", "application/json", large), 413, ErrorCode.TOO_LARGE);
        HttpRequest.Builder chunked = hub.to("/api/shop/v1/plain.do")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))));
        problem(hub.send(chunked), 413, ErrorCode.TOO_LARGE);
    }

    @Test
    void refusesHeadersThatSayNothing() throws Exception {
        HttpRequest.Builder request = hub.to("/api/shop/v1/customers/1")
                .header("Idempotency-Key", "a b")
                .header("Switchboard-Timeout-Ms", "-1")
                .header("Accept-Language", "zh-CN,en;q=0.5");
        HttpResponse<String> response = hub.send(request);
        JsonNode problem = problem(response, 400, ErrorCode.INVALID_ARGUMENTS);
        assertEquals("Idempotency-Key", problem.at("/errors/0/member").asText());
        assertEquals("Switchboard-Timeout-Ms", problem.at("/errors/1/member").asText());
        assertEquals(ErrorCode.INVALID_ARGUMENTS.zh(), problem.get("message").asText());
        assertEquals("zh-CN", header(response, "Content-Language"));
    }

    @Test
    void tellsKeysAndTimeouts() throws Exception {
        hub.send(hub.to("/api/shop/v1/customers/1")
                .header("Idempotency-Key", "\"k\\\"1\"")
                .header("Switchboard-Conversation", "conv")
                .header("Switchboard-Timeout-Ms", "1500"));
        SampleGate.Seen seen = hub.gate.seen.take();
        assertEquals("k\"1", seen.request().idempotencyKey().orElseThrow());
        assertEquals("conv", seen.request().conversation().orElseThrow());
        assertEquals(Duration.ofMillis(1500), seen.request().timeout().orElseThrow());
    }

    @Test
    void challengesByTheAddressThatIsConfigured() throws Exception {
        Tokens known = new Tokens() {
            @Override
            public Optional<String> address() {
                return Optional.of("https://hub.example.com");
            }
        };
        JettyHub behind = new JettyHub(false, Optional.of(known), Optional.of(known));
        try {
            behind.gate.doing((operation, reply) -> {
                throw CallFailure.of(ErrorCode.UNAUTHENTICATED);
            });
            HttpResponse<String> response = behind.send(behind.to("/api/shop/v1/customers/1"));
            assertEquals(
                    "Bearer realm=\"switchboard\", resource_metadata=\"https://hub.example.com"
                            + "/.well-known/oauth-protected-resource\"",
                    header(response, "WWW-Authenticate"));
        } finally {
            behind.close();
        }
    }

    @Test
    void challengesAndTellsWhenToComeAgain() throws Exception {
        hub.gate.doing((operation, reply) -> {
            throw CallFailure.of(ErrorCode.UNAUTHENTICATED);
        });
        HttpResponse<String> response =
                hub.send(hub.to("/api/shop/v1/customers/1").header("Authorization", "Bearer x"));
        problem(response, 401, ErrorCode.UNAUTHENTICATED);
        String challenge = header(response, "WWW-Authenticate");
        assertTrue(
                challenge.startsWith("Bearer realm=\"switchboard\", resource_metadata=\"http://127.0.0.1:"), challenge);
        assertTrue(challenge.endsWith("/.well-known/oauth-protected-resource\", error=\"invalid_token\""), challenge);
        hub.gate.doing((operation, reply) -> {
            throw CallFailure.of(ErrorCode.SCOPE_MISSING);
        });
        HttpResponse<String> narrow =
                hub.send(hub.to("/api/shop/v1/customers/1").header("Authorization", "Bearer x"));
        problem(narrow, 403, ErrorCode.SCOPE_MISSING);
        assertTrue(
                header(narrow, "WWW-Authenticate")
                        .matches(
                                "Bearer realm=\"switchboard\", resource_metadata=\"http://127.0.0.1:[0-9]+"
                                        + "/.well-known/oauth-protected-resource\", error=\"insufficient_scope\", scope=\"[a-z.]+\""),
                header(narrow, "WWW-Authenticate"));
        hub.gate.doing((operation, reply) -> {
            throw CallFailure.of(ErrorCode.STEP_UP_REQUIRED);
        });
        HttpResponse<String> unsure =
                hub.send(hub.to("/api/shop/v1/customers/1").header("Authorization", "Bearer x"));
        problem(unsure, 403, ErrorCode.STEP_UP_REQUIRED);
        String stepUp = header(unsure, "WWW-Authenticate");
        assertTrue(stepUp.endsWith(", error=\"insufficient_user_authentication\""), stepUp);
        hub.gate.doing((operation, reply) -> {
            throw CallFailure.of(ErrorCode.BUSY).retryAfter(Duration.ofMillis(1200));
        });
        HttpResponse<String> busy = hub.send(hub.to("/api/shop/v1/customers/1").header("Accept", "text/xml"));
        assertEquals(503, busy.statusCode());
        assertEquals("2", header(busy, "Retry-After"));
        assertTrue(
                busy.body().contains("<problem xmlns=\"urn:ietf:rfc:7807\"><type>/api/errors#5002</type>"),
                busy.body());
        assertTrue(busy.body().contains("<retryAfterMs>1200</retryAfterMs>"), busy.body());
    }

    @Test
    void answersAtTheDeadlineWhileTheThreadIsHeld() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        hub.gate.doing((operation, reply) -> {
            reply.result(operation).startRecord();
            new Thread(() -> reply.failed(SampleGate.problem(CallFailure.of(ErrorCode.DEADLINE_EXCEEDED)))).start();
            try {
                assertTrue(held.await(20, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        HttpResponse<String> response = hub.send(hub.to("/api/shop/v1/customers/1"));
        // The whole answer is here, and the thread still waits.
        assertEquals(1, held.getCount());
        problem(response, 504, ErrorCode.DEADLINE_EXCEEDED);
        assertEquals("close", header(response, "Connection"));
        held.countDown();
    }

    @Test
    void tellsHowNearTheCallerIsToALimit() throws Exception {
        hub.gate.doing((operation, reply) -> {
            reply.quota(new Quota("client", 2000, 1, 1999, 1));
            reply.quota(new Quota("customer", 10, 60, 0, 60));
            throw CallFailure.of(ErrorCode.RATE_LIMITED).retryAfter(Duration.ofMillis(5_001));
        });
        HttpResponse<String> refused = hub.send(hub.to("/api/shop/v1/customers/1"));
        problem(refused, 429, ErrorCode.RATE_LIMITED);
        assertEquals("6", header(refused, "Retry-After"));
        assertEquals("\"customer\";q=10;w=60", header(refused, "RateLimit-Policy"));
        assertEquals("\"customer\";r=0;t=60", header(refused, "RateLimit"));
        hub.gate.doing((operation, reply) -> {
            reply.quota(new Quota("client", 2000, 1, 1999, 1));
            reply.result(operation).startRecord();
            reply.done(new CallReply.Done(operation, "call1", "t", false, List.of()));
        });
        HttpResponse<String> answered = hub.send(hub.to("/api/shop/v1/customers/1"));
        assertEquals("\"client\";r=1999;t=1", header(answered, "RateLimit"));
    }

    @Test
    void answersEvenIfTheGateBreaksItsPromise() throws Exception {
        hub.gate.doing((operation, reply) -> {
            throw new IllegalStateException("secret");
        });
        HttpResponse<String> response = hub.send(hub.to("/api/shop/v1/customers/1"));
        problem(response, 500, ErrorCode.INTERNAL);
        assertFalse(response.body().contains("secret"));
    }

    @Test
    void givesNoAnswerBeyondTheLimit() throws Exception {
        hub.gate.doing((operation, reply) -> {
            ValueOutput out = reply.result(operation);
            out.startRecord();
            out.name("city");
            out.text("x".repeat(JettyHub.ANSWER_LIMIT + 100_000));
        });
        problem(hub.send(hub.to("/api/shop/v1/customers/1")), 500, ErrorCode.INTERNAL);
    }

    @Test
    void bringsEveryByteThatWasWithinTheLimit() throws Exception {
        String text = "x".repeat(JettyHub.ANSWER_LIMIT - 100);
        hub.gate.doing((operation, reply) -> {
            ValueOutput out = reply.result(operation);
            out.startRecord();
            out.name("city");
            out.text(text);
            out.name("street");
            out.text("y".repeat(200));
            out.endRecord();
            reply.done(new CallReply.Done(operation, "call1", "t", false, List.of()));
        });
        HttpResponse<String> response = hub.send(hub.to("/api/shop/v1/customers/1"));
        assertEquals(200, response.statusCode());
        assertEquals(text, JSON.readTree(response.body()).get("city").asText());
    }

    @Test
    void tellsWhatCameOfACallAndWhichErrorsThereAre() throws Exception {
        JsonNode status = JSON.readTree(hub.send(hub.to("/api/calls/call1")).body());
        assertEquals("DONE", status.get("state").asText());
        assertEquals("Paris", status.at("/result/city").asText());
        JsonNode errors = JSON.readTree(hub.send(hub.to("/api/errors")).body());
        assertEquals(ErrorCode.values().length, errors.get("errors").size());
        assertEquals("shop/expired", errors.at("/reasons/0/reason").asText());
        HttpResponse<String> xml = hub.send(hub.to("/api/errors").header("Accept", "application/xml"));
        assertTrue(xml.body().contains("<item><code>4000</code>"), xml.body());
    }
}
