package io.switchboard.core.metrics;

import org.osgi.annotation.versioning.ProviderType;

/** What a part of the hub counted. A service, of which there are several; safe for use from many threads. */
@ProviderType
public interface MetricsSource {
    /** The part's. Where a part is replaced while it runs there may be two of one name, of which one is told. */
    String name();

    /** All of it in the Prometheus text format, version 0.0.4; no other source has a metric of the same name. Answers at once. */
    String prometheus();
}
