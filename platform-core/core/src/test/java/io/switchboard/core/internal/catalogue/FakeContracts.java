package io.switchboard.core.internal.catalogue;

import io.switchboard.core.contract.Contract;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.internal.contract.Contracts;
import io.switchboard.core.internal.contract.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Finds in contracts what it is told to find. */
final class FakeContracts implements Contracts {
    final List<String> offered = new ArrayList<>();
    List<String> mistakes = List.of();

    @Override
    public Verdict check(ConnectorDescriptor connector) {
        return new Verdict(Contract.of(connector), List.of("text: it says more"), mistakes, Verdict.Recorded.NOT);
    }

    @Override
    public void offered(Verdict verdict, String bundle) {
        offered.add(bundle);
    }
}
