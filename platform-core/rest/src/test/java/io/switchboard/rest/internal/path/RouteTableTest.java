package io.switchboard.rest.internal.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.call.CallFailure;
import io.switchboard.core.catalogue.CatalogueSnapshot;
import io.switchboard.core.catalogue.Refusal;
import io.switchboard.rest.internal.sample.Shop;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {
    private final RouteTable table = RouteTable.of(Shop.SNAPSHOT);

    private @Nullable String operation(String method, String path) throws CallFailure {
        Endpoint endpoint = table.find(PathSegments.of(path), method);
        return endpoint == null ? null : endpoint.operation().id();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/shop/v1/customers/7, customer.get",
        "GET, /api/shop/v1/customers/find, customer.get",
        "POST, /api/shop/v1/customers/find, customer.find",
        "GET, /api/shop/v1/customers/find/orders, order.list",
        "DELETE, /api/shop/v1/customers/7, customer.delete",
        "POST, /api/shop/v1/customer.delete, customer.delete",
        "POST, /api/shop/v1/plain.do, plain.do",
    })
    void findsTheOperationThatFitsPathAndMethod(String method, String path, String operation) throws CallFailure {
        assertEquals(operation, operation(method, path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/shop/v1", "/api/shop", "/api", "/api/shop/v2/customers/7", "/api/shop/v1/customers"})
    void findsNothingElse(String path) throws CallFailure {
        assertNull(operation("GET", path));
        assertEquals(0, table.methods(PathSegments.of(path)).size());
        assertNotNull(table.absence(PathSegments.of(path)));
    }

    @Test
    void tellsTheMethodsOfAPath() throws CallFailure {
        assertEquals(
                List.of("DELETE", "GET", "HEAD", "OPTIONS", "POST"),
                List.copyOf(table.methods(PathSegments.of("/api/shop/v1/customers/find"))));
    }

    @Test
    void knowsWhereTheVariablesStand() throws CallFailure {
        Endpoint endpoint =
                assertNotNullEndpoint(table.find(PathSegments.of("/api/shop/v1/customers/7/orders"), "GET"));
        assertEquals(4, endpoint.variables().get(0).segment());
        assertEquals("customerId", endpoint.variables().get(0).member().name());
    }

    @Test
    void leavesOutOnlyTheOperationThatIsFaulty() throws CallFailure {
        RouteTable some = RouteTable.of(Shop.WITH_A_FAULTY_OPERATION);
        assertNull(some.find(PathSegments.of("/api/shop/v1/twice"), "POST"));
        assertNotNull(some.find(PathSegments.of("/api/shop/v1/customers/7"), "GET"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/bank/v1/x, refused",
        "/api/bank, refused",
        "/api/shop/v2/x, refused",
        "/api/shop/v3/x, not in this version",
        "/api/shop/v1/x, no operation",
        "/api/ban/v1/x, no such connector"
    })
    void tellsOfRefusedConnectors(String path, String told) throws CallFailure {
        CatalogueSnapshot snapshot = CatalogueSnapshot.of(
                1,
                Shop.SNAPSHOT.connectors(),
                List.of(new Refusal("b 1.0.0", 7, "bank.v1", List.of()), new Refusal("s", 8, "shop.v2", List.of())));
        CallFailure absence = RouteTable.of(snapshot).absence(PathSegments.of(path));
        assertTrue(absence.detail().en().contains(told), absence.detail().en());
    }

    @Test
    void knowsTheWayToWhatIsAwaited() throws CallFailure {
        CatalogueSnapshot snapshot = CatalogueSnapshot.of(1, List.of(), List.of(), Shop.SNAPSHOT.connectors());
        assertNotNull(RouteTable.of(snapshot).find(PathSegments.of("/api/shop/v1/customers/7"), "GET"));
    }

    private static Endpoint assertNotNullEndpoint(@Nullable Endpoint endpoint) {
        assertNotNull(endpoint);
        return Objects.requireNonNull(endpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api//x",
                "/api/x/",
                "/api/./x",
                "/api/%2e%2E/x",
                "/api/a%2fb",
                "/api/a%5cb",
                "/api/a;b",
                "/api/%",
                "/api/%4",
                "/api/%g0",
                "/api/%c0%af",
                "/api/%ff",
                "/api/%00",
                "/api/é",
                "/api/%ED%A0%80"
            })
    void refusesPathsThatCouldBeReadInTwoWays(String path) {
        assertThrows(CallFailure.class, () -> PathSegments.of(path));
    }

    @Test
    void decodesWhatIsEncodedRightly() throws CallFailure {
        assertEquals(List.of("api", "上海 a+b;c"), PathSegments.of("/api/%E4%B8%8A%E6%B5%B7%20a+b%3Bc"));
        assertEquals("a b+", Percent.query("a+b%2B"));
    }
}
