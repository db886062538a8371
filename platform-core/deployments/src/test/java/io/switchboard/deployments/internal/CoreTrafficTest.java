package io.switchboard.deployments.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.catalogue.Refusal;
import io.switchboard.core.health.HealthCheck;
import io.switchboard.core.takeover.BundleReview;
import io.switchboard.core.takeover.ReviewedConnector;
import io.switchboard.core.takeover.ReviewedConnector.State;
import io.switchboard.core.takeover.Takeover;
import io.switchboard.deployer.ConnectorStanding;
import io.switchboard.deployer.ConnectorStanding.Standing;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

class CoreTrafficTest {
    private static final long BUNDLE = 42;

    private final List<String> done = new ArrayList<>();
    private final CoreTraffic traffic = new CoreTraffic(
            new Core(),
            context(Map.of(
                    BUNDLE,
                    check("loyalty", HealthCheck.Status.notReady("no connection")),
                    BUNDLE + 1,
                    check("other", HealthCheck.Status.notReady("not asked")))));

    private static HealthCheck check(String name, HealthCheck.Status status) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Status check() {
                return status;
            }
        };
    }

    /** Core with one connector that is held back and one that has mistakes. */
    private final class Core implements Takeover {
        @Override
        public void hold(long bundle) {
            done.add("hold " + bundle);
        }

        @Override
        public boolean release(String connector) {
            return false;
        }

        @Override
        public long rules() {
            return 7;
        }

        @Override
        public void admit(long bundle) {
            done.add("admit " + bundle);
        }

        @Override
        public BundleReview review(long bundle) {
            return new BundleReview(
                    bundle,
                    List.of(new ReviewedConnector(
                            "loyalty.v1", List.of("balance.get"), State.HELD, "held", List.of("balance.get is new"))),
                    List.of(new Refusal("loyalty 1.0.0", bundle, "points.v1", List.of("Points.get(): has no scope"))));
        }

        @Override
        public boolean awaitCallsUnderWay(Duration most) {
            done.add("await " + most);
            return true;
        }
    }

    /** Services by the bundles that register them. */
    private static BundleContext context(Map<Long, HealthCheck> checks) {
        return (BundleContext) Proxy.newProxyInstance(
                CoreTrafficTest.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getServiceReferences" ->
                        checks.keySet().stream()
                                .sorted()
                                .map(CoreTrafficTest::reference)
                                .toList();
                    case "getService" ->
                        checks.get(((ServiceReference<?>) arguments[0]).getProperty("service.bundleid"));
                    case "ungetService" -> true;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static ServiceReference<?> reference(long bundle) {
        return (ServiceReference<?>) Proxy.newProxyInstance(
                CoreTrafficTest.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (proxy, method, arguments) -> bundle);
    }

    @Test
    void saysWhatCoreHasOfABundleAndWhatItsOwnHealthChecksSay() {
        var review = traffic.review(BUNDLE);
        assertEquals(
                List.of(new ConnectorStanding("loyalty.v1", Standing.HELD, List.of("balance.get"), "held")),
                review.connectors());
        assertEquals(List.of("loyalty.v1: balance.get is new"), review.changes());
        assertEquals(List.of("points.v1:", "  - Points.get(): has no scope"), review.mistakes());
        assertEquals(List.of("loyalty: no connection"), review.ailments());
    }

    @Test
    void handsOnWhatTheDeployerAsks() throws InterruptedException {
        traffic.hold(BUNDLE);
        traffic.admit(BUNDLE);
        assertTrue(traffic.awaitCallsUnderWay(Duration.ofSeconds(5)));
        assertEquals(List.of("hold 42", "admit 42", "await PT5S"), done);
    }
}
