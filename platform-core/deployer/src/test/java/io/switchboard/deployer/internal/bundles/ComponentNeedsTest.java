package io.switchboard.deployer.internal.bundles;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.deployer.DeploymentState;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

class ComponentNeedsTest {
    private static final String CONNECTOR = "io.switchboard.connector.Connector";
    private static final int RUNS = ComponentConfigurationDTO.SATISFIED;
    private static final int UNCONFIGURED = ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION;

    private final FakeComponents components = new FakeComponents();
    private final ComponentNeeds needs = new ComponentNeeds(() -> components);
    private final Bundle fresh = Bundles.named("loyalty");
    private final Bundle old = Bundles.named("loyalty before");

    private Outcome outcome(Bundle before) {
        return assertThrows(DeployFault.class, () -> needs.check(fresh, before)).outcome();
    }

    @Test
    void aConnectorWithoutItsConfigurationWaitsAndSaysWhichFileToWrite() {
        components.add(fresh, "example.Loyalty", UNCONFIGURED, CONNECTOR);
        components.add(fresh, "example.Other", RUNS);
        Outcome outcome = outcome(fresh);
        assertEquals(DeploymentState.WAITING, outcome.state());
        assertEquals(
                "example.Loyalty needs the configuration example.Loyalty: put example.Loyalty.cfg"
                        + " (or example.Loyalty~NAME.cfg, where there may be several) into etc/ or deploy/",
                outcome.en());
    }

    @Test
    void whoWouldOfferAMissingServiceIsNamed() {
        var loyalty = components.add(fresh, "example.Loyalty", RUNS, CONNECTOR);
        components.lacks(loyalty, "example.Points");
        assertEquals(
                "example.Loyalty needs a service example.Points, which no bundle here offers",
                outcome(fresh).en());
        components.add(Bundles.named("points"), "example.StoredPoints", UNCONFIGURED, "example.Points");
        assertEquals(
                "example.Loyalty needs a service example.Points;"
                        + " it would come from example.StoredPoints in points, which does not run (so)",
                outcome(fresh).en());
    }

    @Test
    void aComponentThatFailsIsAFailure() {
        var loyalty = components.add(fresh, "example.Loyalty", RUNS, CONNECTOR);
        components.failed(loyalty, """
                java.lang.reflect.InvocationTargetException
                \tat somewhere
                Caused by: org.osgi.service.component.ComponentException: it
                \tat elsewhere
                Caused by: java.lang.NumberFormatException: For input string: "lots"
                \t... 3 more
                """);
        Outcome outcome = outcome(fresh);
        assertEquals(DeploymentState.FAILED, outcome.state());
        assertEquals(
                "example.Loyalty failed as it was made: java.lang.NumberFormatException: For input string: \"lots\"",
                outcome.en());
        components.failed(loyalty, "java.lang.IllegalStateException: no points\n\tat somewhere");
        assertEquals(
                "example.Loyalty failed as it was made: no points",
                outcome(fresh).en());
    }

    @Test
    void partsThatAreMeantForAnotherHubMayRest() {
        components.add(fresh, "example.Loyalty", RUNS, CONNECTOR);
        components.add(fresh, "example.Extra", UNCONFIGURED);
        assertDoesNotThrow(() -> needs.check(fresh, fresh));
    }

    @Test
    void aBundleOfWhichNothingRunsWaits() {
        components.add(fresh, "example.Backend", UNCONFIGURED);
        assertEquals(DeploymentState.WAITING, outcome(fresh).state());
    }

    @Test
    void whatRanBeforeHasToRunAndWhatDidNotNeedNot() {
        components.add(old, "example.Loyalty", RUNS, CONNECTOR);
        components.add(old, "example.Extra", UNCONFIGURED);
        components.add(fresh, "example.Loyalty", RUNS, CONNECTOR);
        components.add(fresh, "example.Extra", UNCONFIGURED);
        assertDoesNotThrow(() -> needs.check(fresh, old));
        components.add(old, "example.Backend", RUNS);
        components.add(fresh, "example.Backend", UNCONFIGURED);
        assertEquals(DeploymentState.WAITING, outcome(old).state());
    }

    @Test
    void beforeAnybodyKnowsComponentsNothingIsMissing() {
        assertDoesNotThrow(() -> new ComponentNeeds(() -> null).check(fresh, fresh));
    }
}
