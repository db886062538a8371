package io.switchboard.security.internal.oauth;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The grant types there are now. They come and go beneath the endpoints, which must not restart with each of them: a client would find
 * nothing at their address meanwhile. It begins with the two that the plugin brings, so that no endpoint starts with half of them. Safe
 * for use from many threads.
 */
@Component(service = GrantTypes.class, property = "grants.cardinality.minimum:Integer=2")
public final class GrantTypes {
    @Reference(name = "grants", cardinality = ReferenceCardinality.AT_LEAST_ONE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<GrantType> grants;

    /** Filled by the framework. */
    public GrantTypes() {
        this(List.of());
    }

    /** With these. */
    public GrantTypes(List<GrantType> grants) {
        this.grants = List.copyOf(grants);
    }

    /** The one of that name, as {@code grant_type} has it. */
    Optional<GrantType> find(String name) {
        return grants.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Their names, sorted. */
    List<String> names() {
        return grants.stream().map(GrantType::name).sorted().toList();
    }
}
