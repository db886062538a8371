package io.switchboard.core.metrics;

import org.osgi.annotation.versioning.ProviderType;

/** What the hub counted. A service; safe for use from many threads. */
@ProviderType
public interface MetricsSource {
    /** Everything in the Prometheus text format, version 0.0.4. */
    String prometheus();
}
