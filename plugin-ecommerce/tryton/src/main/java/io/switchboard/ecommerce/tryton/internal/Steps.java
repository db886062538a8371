package io.switchboard.ecommerce.tryton.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.tryton.TrytonFault;
import java.util.function.Supplier;

/** What a failure means by the step that it comes from: until the first is taken nothing was changed, and then something was. */
final class Steps {
    private Steps() {}

    /** The step that decides: where the records have changed since they were read, nothing is done. */
    static void first(Runnable step) {
        try {
            step.run();
        } catch (ConnectorException e) {
            throw modified(e)
                    ? conflict(OrderBackend.STALE, e)
                    : refused(e) ? conflict(OrderBackend.NOT_ALLOWED, e) : e;
        }
    }

    /** A step after the first: whatever it fails with must not say that nothing was changed. */
    static <T> T later(Supplier<T> step) {
        try {
            return step.get();
        } catch (ConnectorException e) {
            throw e.code().unchanged()
                    ? ConnectorException.of(ErrorCode.OUTCOME_UNKNOWN).causedBy(e)
                    : e;
        }
    }

    /** Whether somebody else changed a record since it was read. */
    static boolean modified(ConnectorException failure) {
        return TrytonFault.kind(failure)
                .filter(TrytonFault.Kind.MODIFIED::equals)
                .isPresent();
    }

    private static boolean refused(ConnectorException failure) {
        return TrytonFault.kind(failure)
                .filter(kind -> kind == TrytonFault.Kind.REFUSED || kind == TrytonFault.Kind.WARNED)
                .isPresent();
    }

    private static ConnectorException conflict(String reason, ConnectorException cause) {
        return ConnectorException.of(ErrorCode.CONFLICT, reason).causedBy(cause);
    }
}
