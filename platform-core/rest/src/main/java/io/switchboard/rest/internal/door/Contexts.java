package io.switchboard.rest.internal.door;

/** The names of the contexts that servlets may stand in. */
final class Contexts {
    /** What callers call. Other bundles of the hub put their servlets there too. */
    static final String API = "io.switchboard.api";
    /** What administrators look at; can stand on a port of its own. */
    static final String ADMIN = "io.switchboard.admin";
    /** What partners put there themselves. */
    static final String PARTNER = "io.switchboard.partner";
    /** Where that of partners begins. */
    static final String PARTNER_PATH = "/ext";

    private Contexts() {}
}
