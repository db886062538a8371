package io.switchboard.rest.internal.sample;

import io.switchboard.core.catalogue.Catalogue;
import io.switchboard.core.catalogue.CatalogueSnapshot;
import java.util.function.Consumer;

/** A catalogue that never changes. */
public record FixedCatalogue(CatalogueSnapshot current) implements Catalogue {
    @Override
    public Subscription onChange(Consumer<CatalogueSnapshot> listener) {
        listener.accept(current);
        return () -> {};
    }
}
