package io.switchboard.rest.internal.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.rest.internal.sample.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private final ObjectNode document =
            OpenApiDocument.of("0.1.0", Shop.SNAPSHOT.connectors(), true, HubPaths.SCOPES, operation -> true);

    @Test
    void isThereForOtherToolsToJudge() throws IOException {
        Path file = Path.of("target", "openapi.json");
        Files.writeString(file, document.toPrettyString());
        assertEquals("3.1.0", document.get("openapi").asText());
    }

    @Test
    void documentsEveryOperation() {
        JsonNode put = document.at("/paths/~1api~1shop~1v1~1customers~1{customerId}~1everything/post");
        assertEquals("shop_v1_everything_put", put.get("operationId").asText());
        assertEquals("Does everything.put for a test", put.get("summary").asText());
        assertEquals("shop.write", put.at("/security/0/oauth2/0").asText());
        assertEquals("customerId", put.path("x-customer").asText());
        assertEquals(
                "#/components/schemas/shop.v1.everything.put.InputBody",
                put.at("/requestBody/content/application~1json/schema/$ref").asText());
        assertEquals(
                "request",
                put.at("/requestBody/content/application~1xml/schema/xml/name").asText());
        assertTrue(put.at("/responses").has("504"));
        JsonNode delete = document.at("/paths/~1api~1shop~1v1~1customers~1{customerId}/delete");
        assertTrue(delete.at("/responses").has("204"));
        assertEquals(
                "#/components/parameters/IdempotencyKeyRequired",
                delete.at("/parameters/1/$ref").asText());
    }

    @Test
    void namesTheHeaderOfUntrustedTextWhereThereIsSome() {
        String header = "/responses/200/headers/Switchboard-Untrusted/$ref";
        assertEquals(
                "#/components/headers/Untrusted",
                document.at("/paths/~1api~1shop~1v1~1customers~1{customerId}~1orders/get" + header)
                        .asText());
        assertTrue(document.at("/paths/~1api~1shop~1v1~1customers~1{customerId}/get" + header)
                .isMissingNode());
    }

    @Test
    void leavesOutWhatMaskingMayLeaveOut() {
        JsonNode result = document.at("/components/schemas/shop.v1.Everything");
        assertFalse(result.get("required").toString().contains("phone"));
        assertEquals("PHONE", result.at("/properties/phone/x-sensitive").asText());
        assertFalse(result.at("/properties/phone").has("pattern"));
        assertFalse(result.at("/properties/phone").has("x-handle"));
        assertTrue(document.findParents("x-handle").stream().allMatch(each -> each.has("x-sensitive")));
        assertFalse(document.findParents("x-handle").isEmpty());
        assertTrue(result.at("/properties/note/x-untrusted").asBoolean());
        // What comes out is a backend's; only its shape is held to what is declared.
        assertFalse(result.at("/properties/code").has("pattern"));
        JsonNode input = document.at("/components/schemas/shop.v1.AddressInput");
        assertFalse(input.get("additionalProperties").asBoolean());
    }

    @Test
    void showsTheErrorsOfTheConnector() {
        JsonNode conflict = document.at(
                "/paths/~1api~1shop~1v1~1customers~1{customerId}/get/responses/409/content/application~1problem+json");
        assertEquals(
                "shop/expired",
                conflict.at("/examples/CONFLICT.expired/value/reason").asText());
    }

    @Test
    void countsRowsWithANumber() {
        JsonNode total = document.at("/components/schemas/shop.v1.AddressPage/properties/total");
        assertEquals("integer", total.path("type").asText());
        assertEquals(0, total.path("minimum").asInt(-1));
    }

    @Test
    void leavesOutOnlyWhatIsFaulty() {
        ObjectNode some = OpenApiDocument.of(
                "0.1.0", Shop.WITH_A_FAULTY_OPERATION.connectors(), false, Set.of(), operation -> true);
        assertTrue(some.path("paths").has("/api/shop/v1/customers/{customerId}"));
    }

    @Test
    void documentsItsOwnPagesToThoseWhoMayReadThem() {
        for (String path : List.of("/api/backends", "/api/backends/check", "/api/deployments")) {
            JsonNode get = document.path("paths").path(path).path("get");
            String scope = path.startsWith("/api/backends") ? "backends.read" : "deployments.read";
            assertEquals(scope, get.at("/security/0/oauth2/0").asText(), path);
            assertEquals("STAFF", get.path("x-audience").asText());
            assertTrue(get.path("responses").has("401") && get.path("responses").has("403"), get::toString);
            assertFalse(get.path("x-description-zh").asText().isEmpty());
        }
        ObjectNode some = OpenApiDocument.of(
                "0.1.0", Shop.SNAPSHOT.connectors(), true, Set.of(BackendPaths.SCOPE), operation -> false);
        assertEquals(
                Set.of("/api/calls/{callId}", "/api/errors", "/api/backends", "/api/backends/check"),
                some.path("paths").properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet()));
    }

    @Test
    void describesWhatIsToldOfBackends() {
        JsonNode endpoint =
                document.at("/components/schemas/hub.Backends/properties/backends/items/properties/endpoints/items");
        assertEquals(
                "[\"UP\",\"TRYING\",\"DOWN\"]",
                endpoint.at("/properties/state/enum").toString());
        assertEquals("[\"address\",\"state\"]", endpoint.path("required").toString());
        JsonNode checked = document.at("/components/schemas/hub.BackendChecks");
        assertEquals("[\"sound\",\"backends\"]", checked.path("required").toString());
        JsonNode finding = checked.at("/properties/backends/items/properties/findings/items");
        assertTrue(finding.at("/properties/outcome/enum").toString().contains("\"FAULT\""), finding::toString);
        assertTrue(document.at("/paths/~1api~1backends~1check/get/responses").has("503"));
    }

    @Test
    void neverReshapesWhatOneCallerSees() {
        ObjectNode some = OpenApiDocument.of(
                "0.1.0",
                Shop.SNAPSHOT.connectors(),
                false,
                Set.of(),
                operation -> operation.id().equals("customer.get"));
        assertEquals(1, some.get("paths").size());
        String path = "/paths/~1api~1shop~1v1~1customers~1{customerId}/get";
        assertEquals(document.at(path), some.at(path));
        some.at("/components/schemas")
                .properties()
                .forEach(each -> assertEquals(document.at("/components/schemas").get(each.getKey()), each.getValue()));
        assertFalse(some.at("/components/schemas").has("shop.v1.Everything"));
    }
}
