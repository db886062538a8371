package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.DeploymentState;

/** Carries the outcome of a step that did not succeed. */
final class DeployFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    DeployFault(DeploymentState state, String en, String zh) {
        super(en, null, false, false);
        outcome = new Outcome(state, en, zh);
    }

    Outcome outcome() {
        return outcome;
    }
}
