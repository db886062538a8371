package io.switchboard.core.backend;

import org.osgi.annotation.versioning.ProviderType;

/** Where a call notes whom it asked, for its audit record. The contexts that the hub gives to connectors are one; safe for use from any thread. */
@ProviderType
public interface BackendTrail {
    /**
     * An endpoint is about to be asked; each attempt counts, and the last one's endpoint stands in the record.
     *
     * @param endpoint the endpoint's address, without anything that only this question has
     */
    void asked(String endpoint);
}
