package io.switchboard.security.internal.health;

import io.switchboard.core.health.HealthCheck;
import io.switchboard.security.internal.client.FirstClients;
import io.switchboard.security.internal.key.KeyRing;
import io.switchboard.security.internal.role.RoleBook;
import io.switchboard.security.internal.token.HubIdentity;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Says what is missing before tokens can be issued and checked. It stands without its parts, or it could not say that one is missing. */
@Component(service = HealthCheck.class)
public final class SecurityHealth implements HealthCheck {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable HubIdentity hub;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable KeyRing keys;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable RoleBook roles;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable FirstClients clients;

    /** Stands while its parts come and go. */
    @Activate
    public SecurityHealth() {}

    @Override
    public String name() {
        return "security";
    }

    @Override
    public Status check() {
        if (hub == null) {
            return Status.notReady(
                    "The setting issuer in etc/io.switchboard.security.cfg is not an address; the log has more.");
        }
        KeyRing ring = keys;
        if (ring == null || ring.signing().isEmpty()) {
            return Status.notReady(
                    ring == null || ring.fault().isEmpty()
                            ? "The signing key is being made; this takes a moment."
                            : ring.fault());
        }
        RoleBook book = roles;
        if (book == null || book.current().isEmpty()) {
            return Status.notReady(
                    "There are no roles: write etc/io.switchboard.security.roles.cfg; the log names mistakes in it.");
        }
        FirstClients first = clients;
        if (first == null) {
            return Status.notReady("The store is not there, so clients cannot be looked up.");
        }
        return first.done()
                ? Status.READY
                : Status.notReady("The first clients are being made; the log has more if this stays.");
    }
}
