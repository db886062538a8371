package io.switchboard.core.internal.audit;

import io.switchboard.core.internal.audit.key.CustomerKeys;
import java.io.IOException;

/**
 * The erasure of a customer, which waits among the records for its turn, so that those before it are erased with the customer and those
 * behind it get another key.
 */
final class Erasure {
    private final String customer;
    private final byte[] act;
    private volatile CustomerKeys.Erased outcome = new CustomerKeys.Erased(0, 0);

    Erasure(String customer, byte[] act) {
        this.customer = customer;
        this.act = act.clone();
    }

    void run(Tape tape) throws IOException {
        // Again after a failure, which may have had the keys of before left behind in a closed file.
        outcome = tape.erase(customer, act);
    }

    /** What it erased; right once it is durable. */
    CustomerKeys.Erased outcome() {
        return outcome;
    }
}
