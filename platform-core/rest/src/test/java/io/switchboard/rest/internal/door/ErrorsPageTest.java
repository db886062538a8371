package io.switchboard.rest.internal.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ErrorCode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErrorsPageTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private JettyHub hub;

    @BeforeEach
    void start() throws Exception {
        hub = new JettyHub(true);
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
    }

    private HttpResponse<String> get(String accept) throws Exception {
        return hub.send(hub.to("/api/errors").header("Accept", accept));
    }

    @Test
    void peopleReadItInBothLanguages() throws Exception {
        HttpResponse<String> page = get(BROWSER);
        assertEquals(200, page.statusCode());
        assertEquals(
                "text/html;charset=utf-8",
                page.headers().firstValue("Content-Type").orElseThrow());
        for (ErrorCode code : ErrorCode.values()) {
            assertTrue(page.body().contains("id=\"" + code.number() + "\""), code::name);
            assertTrue(page.body().contains(code.zh()), code::name);
        }
        assertEquals(200, get("text/html").statusCode());
    }

    @Test
    void whatConnectorsWriteIsEscaped() throws Exception {
        String page = get(BROWSER).body();
        assertTrue(page.contains("shop/sold-out"), page);
        assertTrue(page.contains("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;gone&#39;"), page);
        assertFalse(page.contains("<img"), page);
    }

    @Test
    void programsReadJsonAndXml() throws Exception {
        for (String accept : new String[] {"application/json", "*/*", "text/html;q=0.5, application/json"}) {
            assertEquals(
                    "application/json",
                    get(accept).headers().firstValue("Content-Type").orElseThrow());
        }
        assertTrue(get("application/xml").body().startsWith("<?xml"));
        assertEquals(406, get("image/png").statusCode());
    }
}
