package io.switchboard.deployments.internal;

import io.switchboard.core.catalogue.Refusal;
import io.switchboard.core.health.HealthCheck;
import io.switchboard.core.takeover.ReviewedConnector;
import io.switchboard.core.takeover.Takeover;
import io.switchboard.deployer.BundleReview;
import io.switchboard.deployer.ConnectorStanding;
import io.switchboard.deployer.ConnectorStanding.Standing;
import io.switchboard.deployer.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the deployer what core knows of a bundle, and has core do what the deployer asks. */
@Component
public final class CoreTraffic implements Traffic {
    private final Takeover takeover;
    private final BundleContext context;

    @Activate
    public CoreTraffic(@Reference Takeover takeover, BundleContext context) {
        this.takeover = takeover;
        this.context = context;
    }

    @Override
    public void hold(long bundle) {
        takeover.hold(bundle);
    }

    @Override
    public void admit(long bundle) {
        takeover.admit(bundle);
    }

    @Override
    public boolean awaitCallsUnderWay(Duration most) throws InterruptedException {
        return takeover.awaitCallsUnderWay(most);
    }

    @Override
    public long rules() {
        return takeover.rules();
    }

    @Override
    public BundleReview review(long bundle) {
        io.switchboard.core.takeover.BundleReview review = takeover.review(bundle);
        List<String> changes = new ArrayList<>();
        for (ReviewedConnector connector : review.connectors()) {
            connector.changes().forEach(change -> changes.add(connector.name() + ": " + change));
        }
        List<String> mistakes = new ArrayList<>();
        for (Refusal refusal : review.refusals()) {
            mistakes.add(refusal.connector() + ":");
            refusal.mistakes().forEach(mistake -> mistakes.add("  - " + mistake));
        }
        return new BundleReview(
                review.connectors().stream().map(CoreTraffic::standing).toList(), changes, mistakes, ailments(bundle));
    }

    private static ConnectorStanding standing(ReviewedConnector connector) {
        Standing standing = switch (connector.state()) {
            case OFFERED -> Standing.OFFERED;
            case HELD -> Standing.HELD;
            case SUPERSEDED -> Standing.SUPERSEDED;
            case QUARANTINED -> Standing.QUARANTINED;
        };
        return new ConnectorStanding(connector.name(), standing, connector.operations(), connector.reason());
    }

    private List<String> ailments(long bundle) {
        List<String> ailments = new ArrayList<>();
        for (ServiceReference<HealthCheck> reference : checks()) {
            if (!Objects.equals(reference.getProperty("service.bundleid"), bundle)) {
                continue;
            }
            HealthCheck check = context.getService(reference);
            if (check == null) {
                continue;
            }
            try {
                HealthCheck.Status status = check.check();
                if (!status.ready()) {
                    ailments.add(check.name() + ": " + status.message());
                }
            } finally {
                context.ungetService(reference);
            }
        }
        return ailments;
    }

    private Iterable<ServiceReference<HealthCheck>> checks() {
        try {
            return context.getServiceReferences(HealthCheck.class, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
