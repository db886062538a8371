package io.switchboard.security.internal.issuer;

import io.switchboard.core.health.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Says which issuers are in trouble. The hub is ready all the same: it serves everybody else, and all hubs behind one balancer would go
 * out of service together with the provider.
 */
@Component(service = HealthCheck.class)
public final class IssuerHealth implements HealthCheck {
    private final Issuers issuers;

    /** Of the issuers that are configured. */
    @Activate
    public IssuerHealth(@Reference Issuers issuers) {
        this.issuers = issuers;
    }

    @Override
    public String name() {
        return "issuers";
    }

    @Override
    public Status check() {
        return new Status(true, String.join(" ", issuers.troubles()));
    }
}
