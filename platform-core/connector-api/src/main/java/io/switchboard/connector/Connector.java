package io.switchboard.connector;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Marks the one class that says what a system can do.
 *
 * <p>The class carries {@link ConnectorType}, is registered with {@code @Component(service = Connector.class)} and has one
 * method per operation, each with {@link Operation}. It is a public class with a public constructor, for the framework makes it; its
 * methods, records and enums may be package-private, and its package need not be exported. The hub calls it from many threads at
 * once. The package's description has a whole example.
 */
@ConsumerType
public interface Connector {}
