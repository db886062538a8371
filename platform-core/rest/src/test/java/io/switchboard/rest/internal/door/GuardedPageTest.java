package io.switchboard.rest.internal.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.page.HubPage;
import io.switchboard.core.value.ValueOutput;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardedPageTest {
    private JettyHub hub;

    /** Says where it is asked, and in what language. */
    private static final class Echo implements HubPage {
        @Override
        public String name() {
            return "deployments";
        }

        @Override
        public String scope() {
            return "deployments.read";
        }

        @Override
        public void write(List<String> path, Locale locale, ValueOutput out) throws CallFailure {
            if (path.contains("none")) {
                throw CallFailure.of(ErrorCode.NOT_FOUND, "Nothing.", "没有。");
            }
            if (path.contains("broken")) {
                throw new IllegalStateException("secret");
            }
            out.startRecord();
            out.name("at");
            out.text(path + locale.getLanguage());
            out.endRecord();
        }
    }

    @BeforeEach
    void start() throws Exception {
        hub = new JettyHub(false);
        hub.page(new Echo());
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
    }

    private HttpRequest.Builder to(String path) {
        return hub.to(path).header("Authorization", "Bearer deployments.read");
    }

    @Test
    void itIsReadByWhoHasTheScopeAndThatIsRecorded() throws Exception {
        HttpResponse<String> all = hub.send(to("/api/deployments"));
        assertEquals("{\"at\":\"[]en\"}", all.body());
        assertEquals("call7", all.headers().firstValue("Switchboard-Call").orElseThrow());
        assertTrue(all.headers().firstValue("RateLimit").isPresent());
        HttpResponse<String> one = hub.send(
                to("/api/deployments/a%20b.jar").header("Accept-Language", "zh").header("Accept", "application/xml"));
        assertTrue(one.body().contains("[a b.jar]zh"), one.body());
        assertEquals("zh-CN", one.headers().firstValue("Content-Language").orElseThrow());
        assertEquals(List.of("hub.deployments.get 0", "hub.deployments.get 0"), List.copyOf(hub.access.ended));
        HttpResponse<String> head =
                hub.send(to("/api/deployments").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
    }

    @Test
    void whatCannotBeGivenIsAProblem() throws Exception {
        assertEquals(401, hub.send(hub.to("/api/deployments")).statusCode());
        HttpResponse<String> refused = hub.send(hub.to("/api/deployments").header("Authorization", "Bearer other"));
        assertEquals(403, refused.statusCode());
        assertTrue(
                refused.headers().firstValue("WWW-Authenticate").orElseThrow().contains("scope=\"deployments.read\""));
        assertEquals(404, hub.send(to("/api/deployments/none")).statusCode());
        HttpResponse<String> broken = hub.send(to("/api/deployments/broken"));
        assertEquals(500, broken.statusCode());
        assertTrue(!broken.body().contains("secret"), broken.body());
        assertEquals(List.of("hub.deployments.get 4004", "hub.deployments.get 5000"), List.copyOf(hub.access.ended));
        HttpResponse<String> post = hub.send(to("/api/deployments").POST(HttpRequest.BodyPublishers.noBody()));
        assertEquals(405, post.statusCode());
        assertEquals("GET, HEAD, OPTIONS", post.headers().firstValue("Allow").orElseThrow());
        assertEquals(
                406,
                hub.send(to("/api/deployments").header("Accept", "text/html")).statusCode());
        assertEquals(404, hub.send(to("/api/events")).statusCode());
    }
}
