package io.switchboard.rest.internal.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.rest.internal.sample.Tokens;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenApiPageTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static HttpResponse<String> get(JettyHub hub, String path, String token) throws Exception {
        return hub.send(token.isEmpty() ? hub.to(path) : hub.to(path).header("Authorization", "Bearer " + token));
    }

    @Test
    void showsWhatTheCallerMayCall() throws Exception {
        Tokens tokens = new Tokens();
        JettyHub hub = new JettyHub(false, Optional.of(tokens), Optional.of(tokens));
        try {
            assertEquals(401, get(hub, "/api/openapi.json", "").statusCode());
            assertEquals(401, get(hub, "/api/openapi.json", "bad").statusCode());
            JsonNode reads =
                    JSON.readTree(get(hub, "/api/openapi.json", "shop.read").body());
            assertTrue(reads.at("/paths").has("/api/shop/v1/customers/find"));
            assertFalse(reads.at("/paths").has("/api/shop/v1/plain.do"));
            assertTrue(reads.at("/paths").has("/api/errors"));
            JsonNode nothing =
                    JSON.readTree(get(hub, "/api/shop/v1/openapi.json", "other").body());
            assertEquals(0, nothing.get("paths").size());
        } finally {
            hub.close();
        }
    }

    @Test
    void showsEverythingWhereDocumentsArePublic() throws Exception {
        JettyHub hub = new JettyHub(true);
        try {
            String whole = get(hub, "/api/openapi.json?connector=shop", "").body();
            assertTrue(JSON.readTree(whole).at("/paths").has("/api/shop/v1/plain.do"));
            assertEquals(whole, get(hub, "/api/openapi.json?connector=shop", "").body());
            assertEquals(404, get(hub, "/api/openapi.json?connector=none", "").statusCode());
            assertEquals(404, get(hub, "/api/shop/v2/openapi.json", "").statusCode());
            assertEquals(400, get(hub, "/api/openapi.json?x=1", "").statusCode());
            // A token is checked where one is sent, and without the security plugin nobody can.
            assertEquals(503, get(hub, "/api/openapi.json", "t").statusCode());
        } finally {
            hub.close();
        }
    }
}
