package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.Deployment;
import io.switchboard.deployer.DeploymentState;
import io.switchboard.deployer.Reason;
import io.switchboard.deployer.internal.answer.Reports;
import io.switchboard.deployer.internal.configuration.ConfigurationId;
import io.switchboard.deployer.internal.configuration.Layers;
import io.switchboard.deployer.internal.configuration.Listener;
import io.switchboard.deployer.internal.watch.FileStamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Answers for the configurations in {@code deploy/}. One of the same name in {@code etc/} counts instead. */
public final class DroppedConfigurations implements Listener {
    /** Where those of {@code etc/} and of {@code deploy/} stand in order. */
    public static final String ETC = "1";

    public static final String DEPLOY = "2";

    private final Layers layers;
    private final Reports reports;
    private final InstantSource clock;

    public DroppedConfigurations(Layers layers, Reports reports, InstantSource clock) {
        this.layers = layers;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public void stands(String file, ConfigurationId id, FileStamp stamp, String mistake, boolean withheld) {
        DeploymentState state = DeploymentState.RUNNING;
        Optional<Reason> reason = Optional.empty();
        if (!mistake.isEmpty()) {
            state = DeploymentState.REFUSED;
            reason = Optional.of(new Reason(
                    mistake + (withheld ? "; what it configures does not run" : "; the configuration before it stays"),
                    mistake + (withheld ? "；其配置的组件不运行" : "；沿用之前的配置")));
        } else if (layers.above(DEPLOY, id).isPresent()) {
            state = DeploymentState.REFUSED;
            reason = Optional.of(new Reason(
                    "there is etc/" + file + ", which counts instead; it takes its place when that goes",
                    "已有 etc/" + file + " 且以它为准；它移除后本文件生效"));
        }
        reports.tell(answer(file, state, reason, clock.instant()), stamp.hashCode());
    }

    static Deployment refused(String file, Reason reason, Instant now) {
        return answer(file, DeploymentState.REFUSED, Optional.of(reason), now);
    }

    private static Deployment answer(String file, DeploymentState state, Optional<Reason> reason, Instant now) {
        return new Deployment(file, state, List.of(), List.of(), List.of(), reason, List.of(), List.of(), now);
    }

    @Override
    public void gone(String file) {
        reports.forget(file);
    }
}
