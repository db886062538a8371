package io.switchboard.deployments.internal;

import io.switchboard.deployer.Deployment;
import io.switchboard.deployer.Deployments;
import io.switchboard.deployer.WithheldFile;
import java.util.List;
import java.util.function.Consumer;

/** A deployer in whose folder nothing changes. */
record FixedDeployments(List<Deployment> current, List<WithheldFile> withheld) implements Deployments {
    @Override
    public List<WithheldFile> passedOver() {
        return List.of();
    }

    @Override
    public Subscription onChange(Consumer<List<Deployment>> listener) {
        listener.accept(current);
        return () -> {};
    }
}
