package io.switchboard.connector;

import org.osgi.annotation.versioning.ProviderType;

/** The right to do what only one may do, for a time. Safe for use from many threads. */
@ProviderType
public interface Lease extends AutoCloseable {
    /** Holds it for its time again, from now. False: it was lost, and another may hold it. */
    boolean renew();

    /** Gives it back; does nothing where it was lost or given back. */
    @Override
    void close();
}
