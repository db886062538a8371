package io.switchboard.rest.internal.door;

import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.Credentials;
import io.switchboard.core.security.Authenticator;
import io.switchboard.rest.internal.request.Credentialed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;

/** Knows who may see how the hub itself is doing. Safe for use from many threads. */
final class Administrators implements AutoCloseable {
    /** The scope of administration. */
    private static final String SCOPE = "security.admin";

    private final Supplier<Optional<Authenticator>> authenticator;
    private final Runnable end;

    Administrators(Supplier<Optional<Authenticator>> authenticator, Runnable end) {
        this.authenticator = authenticator;
        this.end = end;
    }

    /** Asks the security plugin, until closed. */
    static Administrators of(BundleContext context) {
        TrustedService<Authenticator> security = new TrustedService<>(context, Authenticator.class);
        return new Administrators(security::get, security::close);
    }

    /** Whether a request comes with a token of an administrator. */
    boolean include(HttpServletRequest request) {
        try {
            Optional<Credentials> credentials = Credentialed.of(request);
            Optional<Authenticator> security = authenticator.get();
            return credentials.isPresent()
                    && security.isPresent()
                    && security.get().authenticate(credentials.get()).covers(SCOPE);
        } catch (CallFailure refused) {
            return false;
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
