package io.switchboard.security.internal.role;

import io.switchboard.connector.DataClass;
import io.switchboard.core.security.MaskingProfile.Treatment;
import java.util.Map;

/**
 * What the clients of a role may call and see. Immutable.
 *
 * @param name the name in the configuration
 * @param scopes what they may call
 * @param masks how each class of data leaves; one that is not named is hidden
 */
public record Role(String name, ScopeSet scopes, Map<DataClass, Treatment> masks) {
    /** Copies the map. */
    public Role {
        masks = Map.copyOf(masks);
    }
}
