package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(SharedHub.class)
class BadInputIT {
    private static final String TICKETS = "/api/ticket/v1/customers/C-1005/tickets";
    private static final String XML = "application/xml";

    private final HubProcess hub;
    private final Caller chatbot;

    BadInputIT(HubProcess hub) {
        this.hub = hub;
        chatbot = hub.chatbot();
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("cut off", "{\"kind\":", 400, 4002),
                arguments("no JSON", "kind=DELIVERY", 400, 4002),
                arguments("a member twice", "{\"kind\":\"REFUND\",\"kind\":\"REFUND\"}", 400, 4002),
                arguments("something after the end", "{} {}", 400, 4002),
                arguments("a lone control character", "{\"kind\":\"\u0001\"}", 400, 4002),
                arguments("NaN", "{\"kind\":NaN}", 400, 4002),
                arguments("deep", "[".repeat(100_000), 400, 4002),
                arguments("deep in a member", "{\"kind\":" + "{\"a\":".repeat(5_000), 400, 4002),
                arguments("a number without end", "{\"kind\":" + "9".repeat(100_000) + "}", 400, 4002),
                arguments("an array", "[]", 400, 4000),
                arguments("a text", "\"x\"", 400, 4000),
                arguments("null", "null", 400, 4000),
                arguments("nothing in it", "{}", 400, 4000),
                arguments("too long", "{\"subject\":\"" + "x".repeat(201) + "\"}", 400, 4000),
                arguments("too large", "{\"text\":\"" + "x".repeat(2 << 20) + "\"}", 413, 4013));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aBadBodyIsAProblem(String what, String body, int status, int code) {
        chatbot.post(TICKETS, body).problem(status, code);
    }

    static Stream<Arguments> documents() {
        String bomb =
                "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><request><kind>&b;</kind></request>";
        return Stream.of(
                arguments(
                        "external entity",
                        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><request><kind>&x;</kind></request>",
                        4002),
                arguments("external DTD", "<!DOCTYPE r SYSTEM \"http://127.0.0.1:1/x.dtd\"><request/>", 4002),
                arguments("entities in entities", bomb, 4002),
                arguments("cut off", "<request><kind>", 4002),
                arguments("deep", "<request>" + "<a>".repeat(10_000), 4002),
                arguments("not XML", "{\"kind\":\"REFUND\"}", 4002),
                arguments("another root", "<ticket><kind>REFUND</kind></ticket>", 4000),
                arguments("unknown member", "<request><what>REFUND</what></request>", 4000));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void aBadDocumentIsAProblem(String what, String body, int code) {
        Answer answer = chatbot.post(TICKETS, body, "Content-Type", XML);
        answer.problem(400, code);
        assertFalse(answer.body().contains("root:"), answer::toString);
    }

    @Test
    void everyFaultyArgumentIsNamedAtOnce() {
        JsonNode problem = chatbot.post(TICKETS, "{\"kind\":7,\"subject\":\"\",\"surplus\":1}")
                .problem(400, 4000);
        List<String> faults = new ArrayList<>();
        problem.path("errors")
                .forEach(error -> faults.add(error.path("member").asText() + ":"
                        + error.path("fault").asText()));
        faults.sort(null);
        assertEquals(List.of("kind:type", "subject:length", "surplus:unknown", "text:missing"), faults);
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                arguments("GET", "/api/nowhere/v1/things", 404, 4005),
                arguments("GET", "/api/crm/v9/customers/C-1001", 404, 4005),
                arguments("GET", "/api/crm/v1/nothing", 404, 4005),
                arguments("GET", "/api/crm", 404, 4005),
                arguments("GET", "/api/", 404, 4005),
                arguments("GET", "/api/crm/v1/customers/%C3%28", 400, 4000),
                arguments("GET", "/api/crm/v1/customers/a%00b", 400, 4000),
                arguments("GET", "/api/crm/v1/customers/" + "x".repeat(101), 400, 4000),
                arguments("GET", TICKETS + "?status=NONE", 400, 4000),
                arguments("GET", TICKETS + "?open=perhaps", 400, 4000),
                arguments("GET", TICKETS + "?unknown=1", 400, 4000),
                arguments("GET", TICKETS + "?limit=0", 400, 4000),
                arguments("GET", TICKETS + "?limit=99999999999999999999", 400, 4000),
                arguments("GET", TICKETS + "?limit=1&limit=2", 400, 4000),
                arguments("GET", TICKETS + "?cursor=forged", 400, 4000),
                arguments("GET", "/api/crm/v1/customers/C-1001/timeline?from=2026-13-45", 400, 4000),
                arguments("DELETE", TICKETS, 405, 4006),
                arguments("PATCH", "/api/crm/v1/customers/C-1001", 405, 4006));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("requests")
    void aBadRequestIsAProblem(String method, String path, int status, int code) {
        Answer answer = chatbot.send(method, path, "");
        answer.problem(status, code);
        if (status == 405) {
            assertTrue(answer.header("Allow").contains("GET"), answer::toString);
        }
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                arguments("Accept", "text/html", 406, 4007),
                arguments("Content-Type", "text/plain", 415, 4015),
                arguments("Content-Type", "application/json; charset=utf-16", 415, 4015),
                arguments("Content-Encoding", "gzip", 415, 4015),
                arguments("Idempotency-Key", "x".repeat(1000), 400, 4000),
                arguments("Switchboard-Timeout-Ms", "soon", 400, 4000),
                arguments("Switchboard-Timeout-Ms", "-1", 400, 4000),
                arguments("Switchboard-Conversation", "x".repeat(1000), 400, 4000));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("headers")
    void aBadHeaderIsAProblem(String name, String value, int status, int code) {
        chatbot.post(TICKETS, "{\"kind\":\"REFUND\",\"subject\":\"s\",\"text\":\"t\"}", name, value)
                .problem(status, code);
    }

    @Test
    void aBadTraceparentIsReplacedAndHarmsNobody() {
        Answer answer = chatbot.get("/api/crm/v1/customers/C-1001", "traceparent", "00-zz-zz-99");
        answer.ok();
        assertTrue(answer.header("traceparent").matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]"), answer::toString);
    }

    @Test
    void aTooLargeBodyInChunksIsRefusedToo() throws Exception {
        RawHttp raw = new RawHttp(hub.address());
        raw.write("POST " + TICKETS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + chatbot.token()
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        raw.write("A\r\n{\"text\":\"x\r\n");
        raw.tryWrite(("10000\r\n" + "x".repeat(0x10000) + "\r\n").repeat(40) + "0\r\n\r\n");
        raw.answer().problem(413, 4013);
    }

    @Test
    void aTooLargeContentLengthIsRefusedBeforeTheBody() throws Exception {
        RawHttp raw = new RawHttp(hub.address());
        raw.write("POST " + TICKETS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + chatbot.token()
                + "\r\nContent-Type: application/json\r\nContent-Length: 999999999999\r\n\r\n");
        raw.answer().problem(413, 4013);
    }

    static Stream<String> nonsense() {
        return Stream.of(
                "GET /api/../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/crm/v1/%2e%2e/%2e%2e/x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api//crm/v1/customers HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/crm;x=1/v1/customers/C-1 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/crm/v1/customers/a%2fb HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/crm\\v1 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/errors HTTP/1.1\r\n\r\n",
                "GET /api/errors HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "BREW /api/errors HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "TRACE /api/errors HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/errors HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n",
                "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /api/errors HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
                "POST /api/errors HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nZZZ",
                "GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/errors HTTP/1.1\r\nHost: localhost\r\nAuthorization: \u0001\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void nonsenseGetsA4xxThatTellsNothing(String request) throws Exception {
        RawHttp raw = new RawHttp(hub.address());
        raw.tryWrite(request);
        Answer answer = raw.answer();
        assertTrue(answer.status() == 505 || (answer.status() >= 400 && answer.status() < 500), answer::toString);
        answer.assertNoInnards();
    }
}
