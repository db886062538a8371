package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.BundleReview;
import io.switchboard.deployer.ConnectorStanding;
import io.switchboard.deployer.ConnectorStanding.Standing;
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

    /** Of bundles that run. */
    static Outcome running(BundleReview review) {
        List<String> quarantined = review.connectors().stream()
                .filter(each -> each.standing() == Standing.QUARANTINED)
                .map(ConnectorStanding::name)
                .toList();
        if (!review.mistakes().isEmpty()) {
            return mistaken(DeploymentState.FAULTY, review.mistakes());
        }
        if (!quarantined.isEmpty()) {
            String names = String.join(", ", quarantined);
            return new Outcome(
                    DeploymentState.FAULTY,
                    "these connectors failed again and again and are kept from calls: " + names,
                    "以下连接器反复失败，已暂停服务：" + names);
        }
        return review.ailments().isEmpty()
                ? of(DeploymentState.RUNNING)
                : ailing(DeploymentState.FAULTY, review.ailments());
    }

    /** Of connectors with mistakes. */
    static Outcome mistaken(DeploymentState state, List<String> mistakes) {
        return new Outcome(
                state,
                "these connectors have mistakes and are not offered:\n  " + String.join("\n  ", mistakes),
                "以上连接器有误，未提供服务");
    }

    /** Of a bundle whose own health checks are not content. */
    static Outcome ailing(DeploymentState state, List<String> ailments) {
        String text = String.join("; ", ailments);
        return new Outcome(state, "its own health check says: " + text, "其健康检查报告：" + text);
    }

    Optional<Reason> reason() {
        return en.isEmpty() ? Optional.empty() : Optional.of(new Reason(en, zh));
    }
}
