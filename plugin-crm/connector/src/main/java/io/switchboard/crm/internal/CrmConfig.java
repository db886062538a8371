package io.switchboard.crm.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@code io.switchboard.crm}; they may change while the hub runs. */
@ObjectClassDefinition(name = "Customers", description = "Which systems customers come from.")
public @interface CrmConfig {
    /** The backend in use. */
    @AttributeDefinition(name = "Backend", description = "The instance of the CRM that is asked, such as embedded.")
    String backend() default "embedded";

    /** The tickets in timelines. */
    @AttributeDefinition(
            name = "Tickets",
            description =
                    "The instance of the ticket system whose tickets stand in timelines; the one that the ticket connector uses.")
    String tickets() default "embedded";

    /** The zone of days. */
    @AttributeDefinition(
            name = "Zone",
            description =
                    "The time zone in which a day of a timeline begins, such as Asia/Shanghai; empty: the machine's.")
    String zone() default "";
}
