package io.switchboard.core.internal.contract;

import io.switchboard.core.contract.Contract;
import java.util.List;

/**
 * What a connector's contract is beside the one that was accepted before. Immutable.
 *
 * @param contract its contract
 * @param changes what changes for callers, a line each, in English and Chinese; empty where nothing does or it is the first of its name
 * @param mistakes why it is not offered; empty where it is
 * @param recorded what stands in the audit when it is offered
 */
public record Verdict(Contract contract, List<String> changes, List<String> mistakes, Recorded recorded) {
    /** Why a contract that breaks callers is offered all the same. */
    public enum Recorded {
        /** It breaks nobody. */
        NOT,
        /** Somebody accepted exactly this contract. */
        ACCEPTED,
        /** It was accepted before, and comes back. */
        CAME_BACK
    }

    /** Copies the lists. */
    public Verdict {
        changes = List.copyOf(changes);
        mistakes = List.copyOf(mistakes);
    }

    static Verdict unchanged(Contract contract) {
        return new Verdict(contract, List.of(), List.of(), Recorded.NOT);
    }

    static Verdict changed(Contract contract, List<String> changes, Recorded recorded) {
        return new Verdict(contract, changes, List.of(), recorded);
    }

    static Verdict refused(Contract contract, List<String> mistakes) {
        return new Verdict(contract, List.of(), mistakes, Recorded.NOT);
    }

    /** Whether the connector is not to be offered. */
    public boolean refused() {
        return !mistakes.isEmpty();
    }
}
