package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.BundleReview;
import io.switchboard.deployer.Traffic;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hub's calls, where somebody knows of them; while nobody does, bundles come and go as they are. */
public final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    private final Supplier<@Nullable Traffic> traffic;

    /** Takes who knows of them at the moment. */
    public Calls(Supplier<@Nullable Traffic> traffic) {
        this.traffic = traffic;
    }

    /** Who knows of them now, another one after core was started anew. */
    Optional<Traffic> known() {
        return Optional.ofNullable(traffic.get());
    }

    void hold(long bundle) {
        known().ifPresent(known -> known.hold(bundle));
    }

    void admit(long bundle) {
        @Nullable Traffic known = traffic.get();
        if (known != null) {
            known.admit(bundle);
        }
    }

    BundleReview review(long bundle) {
        @Nullable Traffic known = traffic.get();
        try {
            return known == null ? BundleReview.EMPTY : known.review(bundle);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("Nothing can be said of the connectors of bundle {}: {}", bundle, e.toString());
            return BundleReview.EMPTY;
        }
    }

    /** Empty while nobody knows. */
    OptionalLong rules() {
        @Nullable Traffic known = traffic.get();
        try {
            return known == null ? OptionalLong.empty() : OptionalLong.of(known.rules());
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("The rules are not known", e);
            return OptionalLong.empty();
        }
    }

    /** False when calls were still under way in the end. */
    boolean await(Duration most) throws InterruptedException {
        @Nullable Traffic known = traffic.get();
        try {
            return known == null || known.awaitCallsUnderWay(most);
        } catch (RuntimeException | LinkageError e) {
            // Core went meanwhile, and its calls with it.
            LOG.debug("Calls are not waited for", e);
            return true;
        }
    }
}
