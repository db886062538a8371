package io.switchboard.core.access;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The way in for what is no operation of a connector. Whoever comes by it is authenticated, authorised, counted against the same limits
 * and audited as a call is; what it does then is the affair of whoever asked. A service; safe for use from many threads.
 */
@ProviderType
public interface AccessGate {
    /** Lets a caller in, or not. Never throws for what a request can cause. */
    void enter(AccessRequest request, AccessReply reply);
}
