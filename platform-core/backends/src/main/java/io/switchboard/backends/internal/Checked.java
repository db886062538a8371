package io.switchboard.backends.internal;

import io.switchboard.connector.check.CheckFinding;
import java.util.List;

/** What was found of one backend. Immutable. */
record Checked(String backend, List<CheckFinding> findings) {
    boolean isSound() {
        return findings.stream().noneMatch(each -> each.outcome() == CheckFinding.Outcome.FAULT);
    }
}
