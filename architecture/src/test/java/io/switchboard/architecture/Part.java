package io.switchboard.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Optional;
import java.util.Set;

/**
 * A module, by its root package, and the modules below it that it may know. This is the one place where the way
 * down is written; a new module is one more line here.
 */
enum Part {
    CONNECTOR("io.switchboard.connector"),
    CORE("io.switchboard.core", CONNECTOR),
    STORE("io.switchboard.store", CONNECTOR),
    // Libraries: what uses one carries a copy of its own.
    SQL("io.switchboard.sql", CONNECTOR),
    POLL("io.switchboard.poll", SQL, CONNECTOR),
    // The client for backends: known to others by the interface in the connector API alone, so it can be replaced while
    // they run.
    BACKENDS("io.switchboard.backends", CORE, CONNECTOR),
    SECRETS("io.switchboard.secrets"),
    // Knows nothing of the hub, so that all of it can be replaced while this one works; the other joins it to core.
    DEPLOYER("io.switchboard.deployer", SECRETS),
    DEPLOYMENTS("io.switchboard.deployments", DEPLOYER, CORE, CONNECTOR),
    HTTP("io.switchboard.http", DEPLOYER, CORE, CONNECTOR),

    // Transports: none knows another.
    REST("io.switchboard.rest", CORE, CONNECTOR),

    // These two fill hooks of core, or read its audit trail; other plugins know the connector API alone.
    SECURITY("io.switchboard.security", CORE, CONNECTOR),
    ANALYTICS("io.switchboard.analytics", CORE, SQL, CONNECTOR),

    CRM_SPI("io.switchboard.crm.spi", CONNECTOR),
    TICKET_SPI("io.switchboard.ticket.spi", CONNECTOR),
    CRM("io.switchboard.crm", CRM_SPI, TICKET_SPI, CONNECTOR),
    // Libraries as well.
    CRM_OBSERVATIONS("io.switchboard.crm.observations", SQL, CRM_SPI, CONNECTOR),
    TRYTON("io.switchboard.tryton", CONNECTOR),
    CRM_EMBEDDED("io.switchboard.crm.embedded", CRM_OBSERVATIONS, SQL, CRM_SPI, CONNECTOR),
    CRM_TRYTON("io.switchboard.crm.tryton", CRM_OBSERVATIONS, TRYTON, SQL, CRM_SPI, CONNECTOR),
    TICKET("io.switchboard.ticket", TICKET_SPI, CRM_SPI, CONNECTOR),
    TICKET_EMBEDDED("io.switchboard.ticket.embedded", SQL, TICKET_SPI, CONNECTOR),
    TICKET_REDMINE("io.switchboard.ticket.redmine", POLL, SQL, TICKET_SPI, CONNECTOR),
    ECOMMERCE_SPI("io.switchboard.ecommerce.spi", CONNECTOR),
    ECOMMERCE("io.switchboard.ecommerce", SQL, ECOMMERCE_SPI, TICKET_SPI, CONNECTOR),
    ECOMMERCE_EMBEDDED("io.switchboard.ecommerce.embedded", SQL, ECOMMERCE_SPI, CONNECTOR),
    ECOMMERCE_TRYTON("io.switchboard.ecommerce.tryton", TRYTON, POLL, SQL, ECOMMERCE_SPI, CONNECTOR),

    LAUNCHER("io.switchboard.launcher", SECRETS),

    // For tests of connectors: puts the insides of these together without a framework, and is never shipped.
    TESTKIT("io.switchboard.connector.testkit", REST, BACKENDS, CORE, CONNECTOR);

    /** Also the artifact's id and the bundle's symbolic name. */
    final String root;

    // Made by Set.of, but there is no type that says so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Part> below;

    Part(String root, Part... below) {
        this.root = root;
        this.below = Set.of(below);
    }

    /** Whether it is a bundle; else a jar on a class path or within bundles, of which nothing is exported, for no other can see it. */
    boolean isBundle() {
        return this != LAUNCHER
                && this != TESTKIT
                && this != SQL
                && this != POLL
                && this != CRM_OBSERVATIONS
                && this != TRYTON;
    }

    /** The part that a class belongs to: the one with the longest root that fits, as some lie within others. */
    static Optional<Part> of(JavaClass type) {
        Part found = null;
        for (Part part : values()) {
            if ((type.getPackageName() + ".").startsWith(part.root + ".")
                    && (found == null || part.root.length() > found.root.length())) {
                found = part;
            }
        }
        return Optional.ofNullable(found);
    }

    DescribedPredicate<JavaClass> classes() {
        return DescribedPredicate.describe("belong to " + root, type -> of(type).equals(Optional.of(this)));
    }

    /** Classes that this part may use: its own, other people's, and the exported ones of the parts below it. */
    DescribedPredicate<JavaClass> mayUse() {
        return DescribedPredicate.describe(
                "are its own, or are exported by " + below,
                type -> of(type).map(part ->
                                part == this || (below.contains(part) && (this == TESTKIT || !Rules.isInternal(type))))
                        .orElse(true));
    }
}
