package io.switchboard.http.internal;

import java.util.List;

/**
 * Where the hub is to be found. A service, for the launcher to tell; it reads the properties alone.
 *
 * @param callers base addresses for callers, the best first
 * @param admin the base address for administrators; empty where they have no port of their own
 */
record Addresses(List<String> callers, String admin) {
    /** The service's property with the addresses for callers. */
    static final String CALLERS = "switchboard.http.addresses";

    /** The service's property with that for administrators; empty where there is none. */
    static final String ADMIN = "switchboard.http.admin";
}
