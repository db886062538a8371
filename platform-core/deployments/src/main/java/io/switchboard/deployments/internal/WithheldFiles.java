package io.switchboard.deployments.internal;

import io.switchboard.core.health.HealthCheck;
import io.switchboard.deployer.Deployments;
import io.switchboard.deployer.WithheldFile;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether all configurations are given out. The hub is not ready while one is withheld. */
@Component
public final class WithheldFiles implements HealthCheck {
    private final Deployments deployments;

    @Activate
    public WithheldFiles(@Reference Deployments deployments) {
        this.deployments = deployments;
    }

    @Override
    public String name() {
        return "configuration";
    }

    @Override
    public Status check() {
        List<WithheldFile> withheld = deployments.withheld();
        return withheld.isEmpty()
                ? Status.READY
                : Status.notReady("These configurations are not used, and what they configure does not run. "
                        + withheld.stream()
                                .map(each -> each.file() + ": " + each.reason() + ".")
                                .collect(Collectors.joining(" ")));
    }
}
