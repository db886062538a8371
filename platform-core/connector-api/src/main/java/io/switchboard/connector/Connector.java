package io.switchboard.connector;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Marks the one class that says what a system can do.
 *
 * <p>The class carries {@link ConnectorType}, is registered with {@code @Component(service = Connector.class)} and has one
 * method per operation, each with {@link Operation}. It may be package-private. The hub calls it from many threads at once.
 */
@ConsumerType
public interface Connector {}
