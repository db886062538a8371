package io.switchboard.core.security;

import org.osgi.annotation.versioning.ConsumerType;

/** Decides what a caller may see. A service of the security plugin, accepted from its symbolic name only. Safe for use from many threads. */
@ConsumerType
public interface MaskingPolicy {
    /** The profile of a caller. Equal callers get equal profiles; there are few in all, for writers are prepared for each. */
    MaskingProfile profile(Caller caller);
}
