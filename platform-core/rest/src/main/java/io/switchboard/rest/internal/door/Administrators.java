package io.switchboard.rest.internal.door;

import io.switchboard.core.call.CallFailure;
import io.switchboard.core.security.Authenticator;
import io.switchboard.core.security.Credentials;
import io.switchboard.rest.internal.request.Credentialed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/** Knows who may see how the hub itself is doing. Safe for use from many threads. */
final class Administrators implements AutoCloseable {
    /** The scope of administration. */
    private static final String SCOPE = "security.admin";

    private final TrustedService<Authenticator> authenticator;

    Administrators(BundleContext context) {
        authenticator = new TrustedService<>(context, Authenticator.class);
    }

    /** Whether a request comes with a token of an administrator. */
    boolean include(HttpServletRequest request) {
        try {
            Optional<Credentials> credentials = Credentialed.of(request);
            Optional<Authenticator> security = authenticator.get();
            return credentials.isPresent()
                    && security.isPresent()
                    && security.get().authenticate(credentials.get()).scopes().contains(SCOPE);
        } catch (CallFailure refused) {
            return false;
        }
    }

    @Override
    public void close() {
        authenticator.close();
    }
}
