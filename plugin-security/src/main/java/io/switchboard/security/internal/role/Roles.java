package io.switchboard.security.internal.role;

import io.switchboard.connector.DataClass;
import io.switchboard.core.security.MaskingProfile.Treatment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All roles as one version of the configuration has them. Immutable; each version is equal to itself only. */
public final class Roles {
    /** No roles: nobody may do anything. */
    public static final Roles NONE = new Roles(Map.of());

    private final Map<String, Role> byName;

    /** Of roles by their names. */
    public Roles(Map<String, Role> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** The roles' names. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /** What any of the named roles may call; a name that is not there adds nothing. */
    public ScopeSet scopes(Collection<String> names) {
        return ScopeSet.union(existing(names).stream().map(Role::scopes).toList());
    }

    /** How each class of data leaves for the named roles together: as the most open of them has it. */
    public Map<DataClass, Treatment> masks(Collection<String> names) {
        Map<DataClass, Treatment> open = new EnumMap<>(DataClass.class);
        for (Role role : existing(names)) {
            // The treatments stand in the order of their openness.
            role.masks()
                    .forEach((kind, treatment) -> open.merge(kind, treatment, (a, b) -> a.compareTo(b) < 0 ? a : b));
        }
        return open;
    }

    private List<Role> existing(Collection<String> names) {
        List<Role> found = new ArrayList<>();
        for (String name : names) {
            Role role = byName.get(name);
            if (role != null) {
                found.add(role);
            }
        }
        return found;
    }
}
