package io.switchboard.core.internal.contract;

import io.switchboard.core.contract.Contract;
import java.util.Arrays;
import java.util.List;

/**
 * The contracts that somebody accepts although they break callers. Immutable. Each is named by its digest, so that what is left in a file
 * accepts nothing that comes later.
 *
 * @param contracts each a name and a digest, such as {@code loyalty.v1:0123456789abcdef0123456789abcdef}
 * @param by who accepts them, for the audit; nothing is accepted without
 */
public record Acceptance(List<String> contracts, String by) {
    /** Accepts nothing. */
    public static final Acceptance NONE = new Acceptance(List.of(), "");

    /** Copies the list. */
    public Acceptance {
        contracts = List.copyOf(contracts);
    }

    /** Reads settings; blanks are left out. */
    public static Acceptance of(String[] contracts, String by) {
        return new Acceptance(
                Arrays.stream(contracts)
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList(),
                by.strip());
    }

    boolean names(Contract contract) {
        return contracts.contains(key(contract));
    }

    boolean accepts(Contract contract) {
        return names(contract) && !by.isEmpty();
    }

    static String key(Contract contract) {
        return contract.name() + ":" + contract.digest();
    }
}
