package io.switchboard.crm.internal;

import java.time.ZoneId;

/** The connector's settings, read. Immutable. */
record Settings(String backend, String tickets, ZoneId zone) {
    static Settings of(CrmConfig config) {
        ZoneId zone = config.zone().isBlank()
                ? ZoneId.systemDefault()
                : ZoneId.of(config.zone().strip());
        return new Settings(config.backend().strip(), config.tickets().strip(), zone);
    }
}
