package io.switchboard.security.internal.issuer;

/** The keys of an issuer are not at hand. The reason is for the hub's own log and never for the caller. */
public final class IssuerUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    /** With the name of the issuer's configuration and what is wrong. */
    public IssuerUnavailable(String reason) {
        super(reason, null, false, false);
    }
}
