package io.switchboard.secrets;

import java.io.IOException;

/** Why secrets could not be read or written. The message is English and has no value in it; the reason is for other words. Immutable. */
public final class SecretFault extends IOException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Reason {
        /** The name is not one. */
        NAME,
        /** The value is empty, or longer than can be kept. */
        VALUE,
        /** As many secrets as can be kept are there already. */
        FULL,
        /** The file of the key is gone, and there are secrets that it sealed. */
        NO_KEY,
        /** The file of the key, or of the secrets, is open to others than its owner. */
        OPEN_TO_OTHERS,
        /** A file is not as it was written, or not by this key. */
        DAMAGED,
        /** Another process is writing, and does not end. */
        BUSY
    }

    private final Reason reason;
    private final String subject;

    SecretFault(Reason reason, String subject, String message) {
        super(message);
        this.reason = reason;
        this.subject = subject;
    }

    /** That something is not the name of a secret. */
    public static SecretFault name(String name) {
        return new SecretFault(
                Reason.NAME,
                name,
                "a name has 1 to 100 letters, digits, dots, hyphens and underscores, a letter or digit first");
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }

    /** The file or the name that it is about. */
    public String subject() {
        return subject;
    }
}
