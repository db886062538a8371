package io.switchboard.analytics.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@code io.switchboard.analytics}. */
@ObjectClassDefinition(name = "Analytics", description = "How calls are counted.")
public @interface AnalyticsConfig {
    /** The zone of days. */
    @AttributeDefinition(
            name = "Zone",
            description =
                    "The time zone in which a day begins, such as Asia/Shanghai; empty: the machine's. Calls are kept by the whole hour"
                            + " of UTC, so where a zone is half an hour off, so are its days.")
    String zone() default "";
}
