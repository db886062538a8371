package io.switchboard.core.internal.reader;

import java.util.Set;

/** The bounds that hold where a connector names none. */
final class Limits {
    static final int TEXT = 10_000;
    static final int LIST = 1_000;
    /** For what names one thing among many: a customer, and what stands in a path. */
    static final int KEY = 100;
    /** Records within records. */
    static final int DEPTH = 10;
    /** Members of one operation, those of records within records counted wherever they stand. */
    static final int MEMBERS = 2_000;

    static final int NAME = 60;
    static final int CONNECTOR_ID = 20;

    /** First segments below {@code /api} that are the hub's own; the security connector is the hub's as well. */
    static final Set<String> RESERVED = Set.of(
            "backends", "deployments", "calls", "errors", "events", "files", "jobs", "openapi", "asyncapi", "security");

    private Limits() {}
}
