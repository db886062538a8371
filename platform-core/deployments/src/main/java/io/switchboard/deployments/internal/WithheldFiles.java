package io.switchboard.deployments.internal;

import io.switchboard.core.health.HealthCheck;
import io.switchboard.deployer.Deployments;
import io.switchboard.deployer.WithheldFile;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether all configurations are given out. The hub is not ready while one is withheld with nothing in its place. */
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
        String before =
                list("These configurations are not used, and the values before them stay. ", deployments.passedOver());
        if (withheld.isEmpty()) {
            return before.isEmpty() ? Status.READY : new Status(true, before);
        }
        String none = list("These configurations are not used, and what they configure does not run. ", withheld);
        return Status.notReady(before.isEmpty() ? none : none + ' ' + before);
    }

    private static String list(String title, List<WithheldFile> files) {
        return files.isEmpty()
                ? ""
                : files.stream()
                        .map(each -> each.file() + ": " + each.reason() + ".")
                        .collect(Collectors.joining(" ", title, ""));
    }
}
