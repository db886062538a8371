package io.switchboard.core.internal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.Audience;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Effect;
import io.switchboard.connector.Operation;
import io.switchboard.core.catalogue.Catalogue;
import io.switchboard.core.catalogue.CatalogueSnapshot;
import io.switchboard.core.internal.catalogue.ConnectorRegistry.Origin;
import io.switchboard.core.internal.pipeline.Loyalty;
import io.switchboard.core.internal.pipeline.Quarantine;
import io.switchboard.core.internal.pipeline.RunningConnector;
import io.switchboard.core.takeover.ReviewedConnector;
import io.switchboard.core.takeover.ReviewedConnector.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectorRegistryTest {
    private static final Origin ORIGIN = new Origin("com.example.loyalty", "1.0.0", 1, false);

    private static final Origin UPDATE = new Origin("com.example.loyalty", "1.1.0", 2, false);
    private static final Origin OTHER = new Origin("com.example.odd", "9.9.9", 3, false);

    private final Admissions admissions = new Admissions();
    private final ConnectorRegistry registry =
            new ConnectorRegistry(new ConnectorRegistry.Bounds(4, Quarantine.Bounds.OFF), admissions, System::nanoTime);

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
        registry.arrive("new", update, UPDATE);

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
        registry.arrive("b", new Loyalty(), OTHER);

        assertEquals(
                before, registry.find("loyalty.v1.balance.get").orElseThrow().connector());
        CatalogueSnapshot snapshot = registry.current();
        assertEquals("com.example.odd 9.9.9", snapshot.refusals().get(0).bundle());
        assertTrue(snapshot.refusals().get(0).mistakes().get(0).contains("com.example.loyalty"));
    }

    @Test
    void offersARefusedConnectorWhenItsOwnerHasGone() {
        registry.arrive("a", new Loyalty(), ORIGIN);
        registry.arrive("b", new Loyalty(), OTHER);
        registry.depart("a", Duration.ofSeconds(1));

        assertEquals(List.of(), registry.current().refusals());
        assertEquals(State.OFFERED, registry.review(3).connectors().get(0).state());
    }

    @Test
    void saysWhenWhatWasRefusedMayBeAcceptedNow() {
        registry.arrive("a", new Loyalty(), ORIGIN);
        long before = registry.rules();
        registry.arrive("b", new Loyalty(), OTHER);
        registry.depart("b", Duration.ofSeconds(1));
        assertEquals(before, registry.rules());
        registry.depart("a", Duration.ofSeconds(1));
        assertTrue(registry.rules() != before);
        before = registry.rules();
        registry.compareAgain();
        assertTrue(registry.rules() != before);
    }

    @Test
    void readsWhatIsHeldAndOffersItWhenItIsAdmitted() {
        registry.arrive("old", new Loyalty(), ORIGIN);
        var before = chosen();
        admissions.hold(2);
        registry.arrive("new", new Loyalty(), UPDATE);

        assertSame(before, chosen());
        ReviewedConnector held = registry.review(2).connectors().get(0);
        assertEquals("loyalty.v1", held.name());
        assertTrue(held.operations().contains("balance.get"));
        assertEquals(State.HELD, held.state());

        admissions.admit(2);
        registry.refresh();
        assertNotSame(before, chosen());
        assertEquals(State.OFFERED, registry.review(2).connectors().get(0).state());
        assertEquals(State.SUPERSEDED, registry.review(1).connectors().get(0).state());
    }

    @Test
    void givesNoCallsBackToASupersededVersionThatStartsAnew() {
        registry.arrive("old", new Loyalty(), ORIGIN);
        admissions.hold(2);
        registry.arrive("new", new Loyalty(), UPDATE);
        admissions.admit(2);
        registry.refresh();
        var chosen = registry.find("loyalty.v1.balance.get").orElseThrow().connector();

        // Both have the same configuration, so a change of it starts both anew.
        registry.depart("old", Duration.ofSeconds(1));
        registry.arrive("old again", new Loyalty(), ORIGIN);
        assertSame(chosen, registry.find("loyalty.v1.balance.get").orElseThrow().connector());
    }

    @Test
    void leavesTheOldVersionWhenTheHeldOneGoes() {
        registry.arrive("old", new Loyalty(), ORIGIN);
        admissions.hold(2);
        registry.arrive("new", new Loyalty(), UPDATE);
        registry.depart("new", Duration.ofSeconds(1));
        admissions.forget(2);

        assertEquals(State.OFFERED, registry.review(1).connectors().get(0).state());
        assertEquals(List.of(), registry.review(2).connectors());
    }

    @Test
    void reviewsMistakesOfWhatIsHeld() {
        admissions.hold(2);
        registry.arrive("bad", "not a connector at all", UPDATE);

        var review = registry.review(2);
        assertEquals(List.of(), review.connectors());
        assertTrue(review.refusals().get(0).mistakes().get(0).contains("@ConnectorType"));
    }

    @Test
    void offersAllThatABundleHoldsBackInOneStep() {
        admissions.hold(2);
        registry.arrive("a", new Loyalty(), UPDATE);
        registry.arrive("b", new LoyaltyTwo(), UPDATE);
        List<Integer> seen = new ArrayList<>();
        registry.onChange(snapshot -> seen.add(snapshot.connectors().size()));
        admissions.admit(2);
        registry.refresh();

        assertEquals(List.of(0, 2), seen);
    }

    @Test
    void awaitsWhatStartsAnewAndForgetsWhatWasRemoved() {
        registry.arrive("a", new Loyalty(), ORIGIN);
        registry.depart("a", Duration.ofSeconds(1));
        assertTrue(registry.awaits("loyalty.v1.balance.get"));
        assertEquals("loyalty.v1", registry.current().awaited().get(0).name());
        assertFalse(registry.awaits("loyalty.v1.never.was"));

        registry.arrive("b", new Loyalty(), ORIGIN);
        assertFalse(registry.awaits("loyalty.v1.balance.get"));
        assertEquals(List.of(), registry.current().awaited());

        registry.depart("b", Duration.ofSeconds(1));
        registry.forget(ORIGIN.bundleId());
        assertFalse(registry.awaits("loyalty.v1.balance.get"));
    }

    @Test
    void goesOnWhenAListenerFails() {
        registry.onChange(snapshot -> {
            throw new AssertionError("not my day");
        });
        registry.arrive("a", new Loyalty(), ORIGIN);
        assertEquals(1, registry.current().connectors().size());
    }

    private RunningConnector chosen() {
        return registry.find("loyalty.v1.balance.get").orElseThrow().connector();
    }

    @ConnectorType(id = "loyalty", version = 2, title = "Loyalty points", zh = "会员积分")
    @Describe(en = "What members have earned.", zh = "会员的积分。")
    public static final class LoyaltyTwo implements Connector {
        record Answer(int points) {}

        @Operation(
                id = "balance.get",
                http = "GET /balance",
                effect = Effect.READ,
                audience = Audience.PUBLIC,
                scope = "loyalty.read")
        @Describe(en = "The points.", zh = "积分。")
        Answer balance() {
            return new Answer(1);
        }
    }

    @Test
    void offersNothingThatBreaksAContractUntilItIsAccepted() {
        FakeContracts contracts = new FakeContracts();
        ConnectorRegistry held = new ConnectorRegistry(
                new ConnectorRegistry.Bounds(4, Quarantine.Bounds.OFF), admissions, System::nanoTime, contracts);
        contracts.mistakes = List.of("it breaks");
        held.arrive("a", new Loyalty(), ORIGIN);
        assertEquals(List.of("it breaks"), held.review(1).refusals().get(0).mistakes());
        assertTrue(held.find("loyalty.v1.balance.get").isEmpty());
        assertEquals(List.of(), contracts.offered);
        contracts.mistakes = List.of();
        held.compareAgain();
        assertTrue(held.find("loyalty.v1.balance.get").isPresent());
        assertEquals(
                List.of("text: it says more"),
                held.review(1).connectors().get(0).changes());
        assertEquals(List.of("com.example.loyalty 1.0.0"), contracts.offered);
    }

    @Test
    void acceptsTheContractOfWhatIsHeldOnlyWhenItIsAdmitted() {
        FakeContracts contracts = new FakeContracts();
        ConnectorRegistry held = new ConnectorRegistry(
                new ConnectorRegistry.Bounds(4, Quarantine.Bounds.OFF), admissions, System::nanoTime, contracts);
        admissions.hold(1);
        held.arrive("a", new Loyalty(), ORIGIN);
        assertEquals(List.of(), contracts.offered);
        admissions.admit(1);
        held.refresh();
        held.refresh();
        assertEquals(List.of("com.example.loyalty 1.0.0"), contracts.offered);
    }
}
