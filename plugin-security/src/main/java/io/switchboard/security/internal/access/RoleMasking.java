package io.switchboard.security.internal.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Interner;
import io.switchboard.core.security.Caller;
import io.switchboard.core.security.MaskingPolicy;
import io.switchboard.core.security.MaskingProfile;
import io.switchboard.security.internal.role.RoleBook;
import io.switchboard.security.internal.role.Roles;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Decides by the roles what a caller sees: each class of data as the most open of its roles has it. */
@Component(service = MaskingPolicy.class)
public final class RoleMasking implements MaskingPolicy {
    private static final int MOST_COMBINATIONS = 256;

    private final RoleBook book;
    // Equal profiles are one, over changes of the configuration too: writers are prepared for each.
    private final Interner<MaskingProfile> profiles = Interner.newWeakInterner();
    private volatile ByRoles current = new ByRoles(Roles.NONE, combinations());

    private record ByRoles(Roles roles, Cache<Set<String>, MaskingProfile> profiles) {}

    /** By the roles in force. */
    @Activate
    public RoleMasking(@Reference RoleBook book) {
        this.book = book;
    }

    @Override
    public MaskingProfile profile(Caller caller) {
        Roles roles = book.current();
        ByRoles made = current;
        if (made.roles != roles) {
            made = new ByRoles(roles, combinations());
            current = made;
        }
        return made.profiles.get(caller.roles(), names -> profiles.intern(new MaskingProfile(roles.masks(names))));
    }

    private static Cache<Set<String>, MaskingProfile> combinations() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_COMBINATIONS)
                .executor(Runnable::run)
                .build();
    }
}
