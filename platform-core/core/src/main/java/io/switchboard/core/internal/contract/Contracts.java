package io.switchboard.core.internal.contract;

import io.switchboard.core.contract.Contract;
import io.switchboard.core.descriptor.ConnectorDescriptor;

/** What was promised to those who call. Safe for use from many threads. */
public interface Contracts {
    /** Remembers nothing, so that every connector is the first of its name. */
    Contracts NONE = new Contracts() {
        @Override
        public Verdict check(ConnectorDescriptor connector) {
            return Verdict.unchanged(Contract.of(connector));
        }

        @Override
        public void offered(Verdict verdict, String bundle) {
            // Nothing is remembered.
        }
    };

    /** Holds a connector to what was accepted of its name and major before. Changes nothing. */
    Verdict check(ConnectorDescriptor connector);

    /**
     * A connector gets the calls from now on: its contract is the one that is accepted.
     *
     * @param bundle the symbolic name and version of its bundle
     */
    void offered(Verdict verdict, String bundle);
}
