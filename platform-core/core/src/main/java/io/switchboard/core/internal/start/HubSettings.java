package io.switchboard.core.internal.start;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The bounds of the hub; the configuration {@code io.switchboard.core}. */
@ObjectClassDefinition(name = "Switchboard: calls", description = "The bounds within which the hub serves calls.")
@interface HubSettings {
    /** How many calls one connector serves at a time. */
    @AttributeDefinition(name = "Calls at a time, each connector")
    int permits_connector() default 64;

    /** How many calls all connectors serve at a time; fewer than the threads of HTTP, so that health always answers. */
    @AttributeDefinition(name = "Calls at a time, all connectors")
    int permits_total() default 160;

    /** How many calls a second one client may make. */
    @AttributeDefinition(name = "Calls a second, each client")
    int calls_per_second() default 2000;

    /** How many calls a minute one client may make for one customer; 0: any number. */
    @AttributeDefinition(name = "Calls a minute, each client for each customer")
    int customer_calls_per_minute() default 1200;

    /** How many customers a minute one client may ask for in vain; 0: any number. */
    @AttributeDefinition(name = "Unknown customers a minute, each client")
    int customer_misses_per_minute() default 300;

    /** How often one client may call operations, such as {@code ticket.v1.ticket.create=60/m} or {@code ticket.v1.*=10/s}. */
    @AttributeDefinition(name = "Limits of operations, each client")
    String[] operation_limits() default {};

    /** How long a connector that goes is waited for while calls are within it, in milliseconds. */
    @AttributeDefinition(name = "Milliseconds to drain")
    long drain_millis() default 10_000;

    /** The connectors without which the hub does not call itself ready, such as {@code crm.v1}. */
    @AttributeDefinition(name = "Needed connectors")
    String[] ready_needs() default {};

    /** The names of the services without which the hub does not call itself ready, such as those of backends. */
    @AttributeDefinition(name = "Needed services")
    String[] ready_services() default {};

    /** This hub's name in the audit. */
    @AttributeDefinition(name = "Node")
    String node() default "hub";

    /** How many days the audit is kept. */
    @AttributeDefinition(name = "Days of audit")
    int audit_days() default 180;

    /** How many megabytes the audit may take; the oldest goes first. */
    @AttributeDefinition(name = "Megabytes of audit")
    int audit_megabytes() default 8_192;

    /** How many days events are kept. */
    @AttributeDefinition(name = "Days of events")
    int events_days() default 7;

    /** How many events are kept; the oldest go first. */
    @AttributeDefinition(name = "Events")
    int events_most() default 1_000_000;

    /** The contracts that are accepted although they break callers, as a refusal names them: {@code loyalty.v1:} and a digest. */
    @AttributeDefinition(name = "Accepted contracts")
    String[] contract_accept() default {};

    /** Who accepts them; stands in the audit. */
    @AttributeDefinition(name = "Who accepts contracts")
    String contract_by() default "";

    /** After how many faults of its own a connector is in quarantine; 0: never. */
    @AttributeDefinition(name = "Quarantine: faults")
    int quarantine_failures() default 20;

    /** Within how many seconds they have to happen. */
    @AttributeDefinition(name = "Quarantine: seconds of the window")
    int quarantine_window_seconds() default 60;

    /** For how many seconds it is left alone before a call tries it. */
    @AttributeDefinition(name = "Quarantine: seconds of the first pause")
    int quarantine_pause_seconds() default 5;

    /** For how many seconds at most, when it keeps failing. */
    @AttributeDefinition(name = "Quarantine: seconds of the longest pause")
    int quarantine_longest_seconds() default 300;
}
