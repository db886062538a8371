package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.DeploymentState;

/** Carries the outcome of a step that did not succeed. */
final class DeployFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    DeployFault(DeploymentState state, String en, String zh) {
        this(new Outcome(state, en, zh));
    }

    DeployFault(Outcome outcome) {
        super(outcome.en(), null, false, false);
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }

    /** The same of one part of a whole. */
    DeployFault in(String part) {
        return new DeployFault(outcome.state(), part + ": " + outcome.en(), part + "：" + outcome.zh());
    }
}
