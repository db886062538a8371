package io.switchboard.rest.internal.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferenceServletTest {
    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"(/docs/[^\"]+)\"");

    private JettyHub hub;

    @BeforeEach
    void start() throws Exception {
        hub = new JettyHub(true);
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return hub.send(hub.to(path));
    }

    @Test
    void itIsWholeAndLoadsNothingFromElsewhere() throws Exception {
        HttpResponse<String> page = get("/docs");
        assertEquals(200, page.statusCode());
        assertEquals(page.body(), get("/docs/").body());
        assertTrue(page.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"));
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'") && !policy.contains("unsafe"), policy);
        Matcher loaded = LOADED.matcher(page.body());
        List<String> parts = new ArrayList<>();
        while (loaded.find()) {
            parts.add(loaded.group(1));
            HttpResponse<String> part = get(loaded.group(1));
            assertEquals(200, part.statusCode(), loaded.group(1));
            assertFalse(part.body().contains("http://") || part.body().contains("https://"), loaded.group(1));
        }
        assertEquals(4, parts.size(), parts::toString);
        assertFalse(page.body().contains("http:"), page.body());
    }

    @Test
    void nothingThatOthersWroteBecomesMarkupOrIsRun() throws Exception {
        for (String script : List.of("/docs/page.js", "/docs/model.js", "/docs/words.js")) {
            String code = get(script).body();
            for (String way : List.of(
                    "innerHTML",
                    "outerHTML",
                    "insertAdjacent",
                    "document.write",
                    "eval(",
                    "Function(",
                    "DOMParser",
                    "javascript:",
                    "localStorage",
                    "sessionStorage",
                    "document.cookie")) {
                assertFalse(code.contains(way), script + " has " + way);
            }
        }
        String page = get("/docs").body();
        assertFalse(
                Pattern.compile("<script(?![^>]* src=)|<style|\\son\\w+=|\\sstyle=")
                        .matcher(page)
                        .find(),
                page);
    }

    @Test
    void bothLanguagesHaveAllWords() throws Exception {
        String words = get("/docs/words.js").body();
        String english = words.substring(words.indexOf("en: {"), words.indexOf("zh: {"));
        String chinese = words.substring(words.indexOf("zh: {"));
        List<String> en = keys(english);
        assertTrue(en.size() > 40, en::toString);
        assertEquals(en, keys(chinese));
    }

    private static List<String> keys(String words) {
        Matcher key = Pattern.compile("(\\w+): \"").matcher(words.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "\""));
        List<String> keys = new ArrayList<>();
        while (key.find()) {
            keys.add(key.group(1));
        }
        return keys;
    }

    @Test
    void anythingElseIsRefused() throws Exception {
        assertEquals(404, get("/docs/other.js").statusCode());
        assertEquals(404, get("/docs/../page.js").statusCode());
        HttpResponse<String> post = hub.send(hub.to("/docs").POST(HttpRequest.BodyPublishers.noBody()));
        assertEquals(405, post.statusCode());
        assertEquals("GET, HEAD", post.headers().firstValue("Allow").orElseThrow());
        HttpResponse<String> head = hub.send(hub.to("/docs").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
    }
}
