package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.DeploymentState;
import io.switchboard.deployer.Reason;
import java.util.List;
import java.util.Optional;

/**
 * How a file stands, and why, in words for an integration engineer.
 *
 * @param en empty when the state says it all
 */
record Outcome(DeploymentState state, String en, String zh) {
    static Outcome of(DeploymentState state) {
        return new Outcome(state, "", "");
    }

    /** Of a bundle that runs. */
    static Outcome running(List<String> mistakes) {
        return mistakes.isEmpty() ? of(DeploymentState.RUNNING) : mistaken(DeploymentState.FAULTY, mistakes);
    }

    /** Of connectors with mistakes. */
    static Outcome mistaken(DeploymentState state, List<String> mistakes) {
        return new Outcome(
                state,
                "these connectors have mistakes and are not offered:\n  " + String.join("\n  ", mistakes),
                "以上连接器有误，未提供服务");
    }

    Optional<Reason> reason() {
        return en.isEmpty() ? Optional.empty() : Optional.of(new Reason(en, zh));
    }
}
