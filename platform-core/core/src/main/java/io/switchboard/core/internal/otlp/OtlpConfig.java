package io.switchboard.core.internal.otlp;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where spans go; the configuration {@code io.switchboard.otlp}. */
@ObjectClassDefinition(
        name = "Switchboard: spans",
        description = "The OpenTelemetry collector that gets a span for each call.")
@interface OtlpConfig {
    /** The collector's base address for OTLP over HTTP, such as {@code https://collector.example.com:4318}; empty: no spans. */
    @AttributeDefinition(name = "Collector")
    String endpoint() default "";

    /** Headers for the collector, each {@code Name: value}. Not shown to other bundles. */
    @AttributeDefinition(name = "Headers")
    String[] _headers() default {};

    /** A file of certificates in PEM that the collector's is verified against; empty: those of the Java platform. */
    @AttributeDefinition(name = "Trusted certificates")
    String trust_file() default "";

    /** What the hub calls itself. */
    @AttributeDefinition(name = "Service name")
    String service_name() default "switchboard";

    /** Which of several hubs this is. */
    @AttributeDefinition(name = "Service instance")
    String service_instance() default "hub";

    /** How many spans may wait; more are dropped. */
    @AttributeDefinition(name = "Spans that wait")
    int queue() default 8_192;

    /** How long spans are gathered before they are sent, in milliseconds. */
    @AttributeDefinition(name = "Milliseconds to gather")
    int interval_millis() default 1_000;

    /** How long the collector may take to answer, in milliseconds. */
    @AttributeDefinition(name = "Milliseconds to answer")
    int timeout_millis() default 10_000;
}
