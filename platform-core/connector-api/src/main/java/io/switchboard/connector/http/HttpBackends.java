package io.switchboard.connector.http;

import org.osgi.annotation.versioning.ProviderType;

/** Opens backends over HTTP. A service of the hub; safe for use from many threads. */
@ProviderType
public interface HttpBackends {
    /**
     * Opens one; nothing is sent yet. Whoever opens it closes it, mostly in {@code @Deactivate}.
     *
     * @throws HttpSettingsException where the file of trusted certificates cannot be read
     */
    HttpBackend open(HttpBackendSettings settings);
}
