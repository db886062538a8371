package io.switchboard.core.internal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.catalogue.Catalogue;
import io.switchboard.core.catalogue.CatalogueSnapshot;
import io.switchboard.core.internal.catalogue.ConnectorRegistry.Origin;
import io.switchboard.core.internal.pipeline.Loyalty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectorRegistryTest {
    private static final Origin ORIGIN = new Origin("com.example.loyalty", "1.0.0", 1, false);

    private final ConnectorRegistry registry = new ConnectorRegistry(4);

    @Test
    void offersWhatArrivesAndForgetsWhatGoes() {
        List<Integer> seen = new ArrayList<>();
        Catalogue.Subscription subscription =
                registry.onChange(snapshot -> seen.add(snapshot.connectors().size()));
        Loyalty loyalty = new Loyalty();

        registry.arrive("a", loyalty, ORIGIN);
        assertTrue(registry.find("loyalty.v1.balance.get").isPresent());
        registry.depart("a", Duration.ofSeconds(1));
        assertTrue(registry.find("loyalty.v1.balance.get").isEmpty());
        subscription.close();
        registry.arrive("a", loyalty, ORIGIN);

        assertEquals(List.of(0, 1, 0), seen);
    }

    @Test
    void givesCallsToTheNewVersionAndBackWhenItGoes() {
        Loyalty old = new Loyalty();
        Loyalty update = new Loyalty();
        registry.arrive("old", old, ORIGIN);
        registry.arrive("new", update, new Origin("com.example.loyalty", "1.1.0", 2, false));

        assertEquals(1, registry.current().connectors().size());
        var withNew = registry.find("loyalty.v1.balance.get").orElseThrow().connector();
        registry.depart("new", Duration.ofSeconds(1));
        var withOld = registry.find("loyalty.v1.balance.get").orElseThrow().connector();

        assertTrue(withNew != withOld);
    }

    @Test
    void letsNoOtherBundleTakeOverAConnector() {
        registry.arrive("a", new Loyalty(), ORIGIN);
        var before = registry.find("loyalty.v1.balance.get").orElseThrow().connector();
        registry.arrive("b", new Loyalty(), new Origin("com.example.odd", "9.9.9", 2, false));

        assertEquals(
                before, registry.find("loyalty.v1.balance.get").orElseThrow().connector());
        CatalogueSnapshot snapshot = registry.current();
        assertEquals("com.example.odd 9.9.9", snapshot.refusals().get(0).bundle());
        assertTrue(snapshot.refusals().get(0).mistakes().get(0).contains("com.example.loyalty"));
    }

    @Test
    void goesOnWhenAListenerFails() {
        registry.onChange(snapshot -> {
            throw new AssertionError("not my day");
        });
        registry.arrive("a", new Loyalty(), ORIGIN);
        assertEquals(1, registry.current().connectors().size());
    }
}
