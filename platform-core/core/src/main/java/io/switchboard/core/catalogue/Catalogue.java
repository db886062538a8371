package io.switchboard.core.catalogue;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Which connectors the hub offers. A service; safe for use from many threads. */
@ProviderType
public interface Catalogue {
    /** What is offered now. */
    CatalogueSnapshot current();

    /**
     * Tells of every change, one after another, beginning with what is offered now.
     *
     * @return ends it when closed
     */
    Subscription onChange(Consumer<CatalogueSnapshot> listener);

    /** Ends what it stands for when closed. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
