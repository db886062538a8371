package io.switchboard.deployer.internal.configuration;

import io.switchboard.deployer.internal.watch.FolderWatch;
import io.switchboard.deployer.internal.watch.WatchedFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the log say of what components fail, once for each failure: the runtime of components says it on the console only. Looks along with
 * the folder of the configurations, which is where most of it comes from.
 */
public final class FailedComponents implements WatchedFolder {
    private static final Logger LOG = LoggerFactory.getLogger(FailedComponents.class);

    private final Path folder;
    private final Supplier<@Nullable ServiceComponentRuntime> runtime;
    private final Clock clock;
    private Set<Failure> told = Set.of();
    private long looked;

    private record Failure(long bundle, String component, long id, String cause) {}

    /** Takes the folder of the configurations, and who knows the components, once somebody does. */
    public FailedComponents(Path folder, Supplier<@Nullable ServiceComponentRuntime> runtime, Clock clock) {
        this.folder = folder;
        this.runtime = runtime;
        this.clock = clock;
    }

    @Override
    public Path path() {
        return folder;
    }

    @Override
    public Duration scan() {
        @Nullable ServiceComponentRuntime known = runtime.get();
        // Not at every look, since it takes a while.
        if (known != null && clock.millis() - looked >= FolderWatch.SLOW.toMillis()) {
            looked = clock.millis();
            Set<Failure> now = new HashSet<>();
            for (ComponentDescriptionDTO component : known.getComponentDescriptionDTOs()) {
                for (ComponentConfigurationDTO each : known.getComponentConfigurationDTOs(component)) {
                    if (each.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                        now.add(tell(component, each));
                    }
                }
            }
            told = now;
        }
        return FolderWatch.SLOW;
    }

    private Failure tell(ComponentDescriptionDTO component, ComponentConfigurationDTO state) {
        String trace = state.failure == null ? "" : state.failure.strip();
        String cause = FailureText.of(trace);
        Failure failure = new Failure(component.bundle.id, component.name, state.id, cause);
        if (!told.contains(failure)) {
            LOG.error(
                    "{} of {} failed as it was made: {}\n{}",
                    component.name,
                    component.bundle.symbolicName,
                    cause,
                    trace);
        }
        return failure;
    }
}
