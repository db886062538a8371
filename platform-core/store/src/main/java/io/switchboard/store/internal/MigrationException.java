package io.switchboard.store.internal;

/** A schema that cannot be brought to what its bundle needs; the message says why, to who wrote the scripts. */
final class MigrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MigrationException(String message) {
        super(message);
    }

    MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
