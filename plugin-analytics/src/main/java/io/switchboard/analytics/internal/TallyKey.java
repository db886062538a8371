package io.switchboard.analytics.internal;

/**
 * What is counted together. Immutable.
 *
 * @param bucket the beginning of its span, in seconds since 1970
 * @param operation the canonical name; {@link #NONE} for calls of what is not offered
 * @param code the number of the catalogue; 0: success
 */
record TallyKey(long bucket, String operation, int code) {
    static final String NONE = "none";

    /** The connector's id; {@link #NONE} where there is none. */
    String connector() {
        return connector(operation);
    }

    static String connector(String operation) {
        int dot = operation.indexOf('.');
        return dot < 0 ? NONE : operation.substring(0, dot);
    }
}
