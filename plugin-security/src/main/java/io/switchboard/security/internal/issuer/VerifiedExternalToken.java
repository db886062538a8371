package io.switchboard.security.internal.issuer;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * A token of another issuer that need not be verified again as long as it counts.
 *
 * @param token what it says
 * @param ends from when on it is no longer accepted
 * @param counts whether the rules and the keys that it was verified by are still those of its issuer
 */
public record VerifiedExternalToken(ExternalToken token, Instant ends, BooleanSupplier counts) {}
