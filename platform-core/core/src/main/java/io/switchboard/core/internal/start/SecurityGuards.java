package io.switchboard.core.internal.start;

import io.switchboard.core.internal.catalogue.Admissions;
import io.switchboard.core.internal.pipeline.Guards;
import io.switchboard.core.security.Authenticator;
import io.switchboard.core.security.Authoriser;
import io.switchboard.core.security.MaskingPolicy;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/** The hooks of the security plugin, as it comes and goes. Safe for use from many threads. */
final class SecurityGuards implements Guards, AutoCloseable {
    static final String PLUGIN = "io.switchboard.security";

    private final TrustedService<Authenticator> authenticators;
    private final TrustedService<Authoriser> authorisers;
    private final TrustedService<MaskingPolicy> maskingPolicies;

    SecurityGuards(BundleContext context, Admissions admissions) {
        authenticators = new TrustedService<>(context, Authenticator.class, PLUGIN, admissions);
        authorisers = new TrustedService<>(context, Authoriser.class, PLUGIN, admissions);
        maskingPolicies = new TrustedService<>(context, MaskingPolicy.class, PLUGIN, admissions);
        authenticators.open();
        authorisers.open();
        maskingPolicies.open();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return authenticators.current();
    }

    @Override
    public Optional<Authoriser> authoriser() {
        return authorisers.current();
    }

    @Override
    public Optional<MaskingPolicy> maskingPolicy() {
        return maskingPolicies.current();
    }

    /** Chooses among two versions of the plugin again, after one was held or admitted. */
    void choose() {
        authenticators.choose();
        authorisers.choose();
        maskingPolicies.choose();
    }

    boolean complete() {
        return authenticator().isPresent()
                && authoriser().isPresent()
                && maskingPolicy().isPresent();
    }

    @Override
    public void close() {
        authenticators.close();
        authorisers.close();
        maskingPolicies.close();
    }
}
