package io.switchboard.deployer;

import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** What became of every file in {@code deploy/}. A service; safe for use from many threads. */
@ProviderType
public interface Deployments {
    /** All files as they stand now, sorted by name. */
    List<Deployment> current();

    /**
     * Tells of every change, one after another, beginning with what is there now. Listeners are told on the deployer's thread and have to
     * return at once.
     *
     * @return ends it when closed
     */
    Subscription onChange(Consumer<List<Deployment>> listener);

    /** The files of {@code etc/} and {@code deploy/} whose configurations are not given out, sorted by name. */
    List<WithheldFile> withheld();

    /** Those that are not used either, while the values before them stay in use, sorted by name. */
    List<WithheldFile> passedOver();

    /** Ends what it stands for when closed. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
