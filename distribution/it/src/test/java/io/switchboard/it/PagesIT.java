package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.trouble.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the hub tells of itself over HTTP: to people, and to those who run it. */
@ExtendWith(SharedHub.class)
class PagesIT {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final HubProcess hub;
    private final Caller nobody;

    PagesIT(HubProcess hub) {
        this.hub = hub;
        nobody = Caller.nobody(hub.address());
    }

    @Test
    void deploymentsAreToldToStaffWithTheScope() throws Exception {
        Path jar = ConnectorJar.drop(hub, "told.jar", Trouble.class);
        try {
            Caller admin = hub.admin();
            Await.until(
                    "it runs",
                    () -> admin.get("/api/deployments/told.jar")
                            .json()
                            .path("state")
                            .asText()
                            .equals("RUNNING"));
            JsonNode one = admin.get("/api/deployments/told.jar").ok();
            assertEquals(
                    "io.switchboard.it.trouble",
                    one.path("bundles").path(0).path("symbolicName").asText(),
                    one::toString);
            JsonNode all = admin.get("/api/deployments").ok();
            assertTrue(all.path("deployments").toString().contains("\"told.jar\""), all::toString);
            assertTrue(all.has("withheld"), all::toString);
            admin.get("/api/deployments/none.jar").problem(404, 4004);
            JsonNode documented = admin.get("/api/openapi.json").ok().path("paths");
            assertTrue(documented.has("/api/deployments/{file}") && documented.has("/api/backends/check"));
            nobody.get("/api/deployments").problem(401, 4011);
            hub.chatbot().get("/api/deployments").problem(403, 4016);
            assertFalse(
                    hub.chatbot().get("/api/openapi.json").ok().path("paths").has("/api/deployments"));
            admin.send("DELETE", "/api/deployments/told.jar", "").problem(405, 4006);
        } finally {
            Files.delete(jar);
        }
        Await.until(
                "it is gone", () -> hub.admin().get("/api/deployments/told.jar").status() == 404);
    }

    @Test
    void whatIsRefusedSaysWhyInBothLanguages() throws Exception {
        Path jar = Files.writeString(hub.home().resolve("deploy/torn.jar"), "PK, but not really");
        try {
            Await.until(
                    "it is refused",
                    () -> hub.admin().get("/api/deployments/torn.jar").status() == 200
                            && hub.admin()
                                    .get("/api/deployments/torn.jar")
                                    .json()
                                    .path("state")
                                    .asText()
                                    .equals("REFUSED"));
            String english = hub.admin()
                    .get("/api/deployments/torn.jar")
                    .ok()
                    .path("reason")
                    .asText();
            String chinese = hub.admin()
                    .get("/api/deployments/torn.jar", "Accept-Language", "zh")
                    .ok()
                    .path("reason")
                    .asText();
            assertFalse(english.isEmpty());
            assertTrue(chinese.codePoints().anyMatch(c -> c >= 0x4E00 && c <= 0x9FFF), chinese);
        } finally {
            Files.delete(jar);
        }
    }

    @Test
    void peopleReadTheReferenceAndTheErrorsInABrowser() {
        Answer page = nobody.get("/docs", "Accept", BROWSER);
        assertEquals(200, page.status(), page::toString);
        assertTrue(page.header("Content-Type").startsWith("text/html"), page::toString);
        // One policy, and that of the page: two would both hold, and close it.
        assertEquals(
                1,
                page.headers()
                        .getOrDefault("content-security-policy", List.of())
                        .size(),
                page::toString);
        assertTrue(page.header("Content-Security-Policy").contains("script-src 'self'"), page::toString);
        for (String part : new String[] {"page.css", "words.js", "model.js", "page.js"}) {
            assertEquals(200, nobody.get("/docs/" + part).status(), part);
        }
        nobody.get("/docs/other.js").problem(404, 4005);
        Answer errors = nobody.get("/api/errors", "Accept", BROWSER);
        assertEquals(200, errors.status(), errors::toString);
        assertTrue(errors.body().contains("id=\"4001\"") && errors.body().contains("未找到该用户。"), errors::toString);
        assertTrue(nobody.get("/api/errors").ok().path("errors").size() > 25);
    }
}
