package io.switchboard.rest.internal.door;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The settings of REST. */
@ObjectClassDefinition(name = "REST", description = "Calls over HTTP, their documents, and the metrics.")
public @interface RestConfig {
    /** The most bytes of a request's body. */
    @AttributeDefinition(min = "1024", max = "16777216", description = "The most bytes of a request's body.")
    int body_limit() default 1024 * 1024;

    /** The most bytes of an answer. */
    @AttributeDefinition(min = "65536", max = "67108864", description = "The most bytes of an answer.")
    int answer_limit() default 8 * 1024 * 1024;

    /** Whether anybody may read the OpenAPI document, whole. */
    @AttributeDefinition(
            description = "Whether anybody may read /api/openapi.json; otherwise a token shows what it may call.")
    boolean docs_public() default false;

    /** Who may read the metrics. */
    @AttributeDefinition(
            description =
                    "Who may read /metrics: a token with the scope security.admin, whoever asks from this machine, or anybody.",
            options = {@Option("token"), @Option("loopback"), @Option("public")})
    String metrics_access() default "loopback";

    /** How many streams of events there may be. */
    @AttributeDefinition(
            min = "0",
            max = "5000",
            description = "How many streams of events (/api/events) may be open; 0: none.")
    int events_streams() default 200;
}
