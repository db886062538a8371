package io.switchboard.core.internal.pipeline;

import io.switchboard.core.security.Authenticator;
import io.switchboard.core.security.Authoriser;
import io.switchboard.core.security.MaskingPolicy;
import java.util.Optional;

/** The three hooks that the security plugin fills; empty while it is not there, and then nothing passes. Safe for many threads. */
public interface Guards {
    /** Who finds out who calls. */
    Optional<Authenticator> authenticator();

    /** Who decides what may be called. */
    Optional<Authoriser> authoriser();

    /** Who decides what may be seen. */
    Optional<MaskingPolicy> maskingPolicy();
}
