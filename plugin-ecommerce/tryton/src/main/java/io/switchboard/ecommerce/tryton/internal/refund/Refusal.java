package io.switchboard.ecommerce.tryton.internal.refund;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.tryton.TrytonFault;
import java.util.Optional;
import java.util.Set;

/** What stands against a write, by Tryton or by what its books say. */
final class Refusal {
    private static final Set<TrytonFault.Kind> OTHERS = Set.of(TrytonFault.Kind.MODIFIED, TrytonFault.Kind.CONTENDED);
    private static final Set<TrytonFault.Kind> RULES = Set.of(TrytonFault.Kind.REFUSED, TrytonFault.Kind.WARNED);

    private Refusal() {}

    static ConnectorException notAllowed() {
        return ConnectorException.of(ErrorCode.CONFLICT, OrderBackend.NOT_ALLOWED);
    }

    /** Somebody else wrote meanwhile: nothing was done, and looking again may show why. */
    static boolean byOthers(ConnectorException failure) {
        return is(failure, OTHERS);
    }

    /** A right, a rule or a check of Tryton's: nothing was done, and would not be the next time. */
    static boolean byRule(ConnectorException failure) {
        return is(failure, RULES);
    }

    private static boolean is(ConnectorException failure, Set<TrytonFault.Kind> kinds) {
        Optional<TrytonFault.Kind> kind = TrytonFault.kind(failure);
        return kind.isPresent() && kinds.contains(kind.get());
    }
}
