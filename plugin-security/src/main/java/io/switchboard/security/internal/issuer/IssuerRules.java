package io.switchboard.security.internal.issuer;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What makes a token of one issuer acceptable, and what it then means. Immutable.
 *
 * @param keys where the issuer's keys come from
 * @param purpose whom it vouches for
 * @param audiences the tokens' audience is one of these
 * @param algorithms how they may be signed
 * @param types what {@code typ} may be, in lower case
 * @param required claims that have to be there, with the values that each may have
 * @param scopeClaim the claim that has the scopes
 * @param scopes scopes of the hub by those of the issuer; one that is not named stands for itself
 * @param skew by how much clocks may differ
 * @param lifetime the longest time from a token's making to its end
 */
record IssuerRules(
        KeyPlace keys,
        Purpose purpose,
        Set<String> audiences,
        Set<String> algorithms,
        Set<String> types,
        Map<String, Set<String>> required,
        String scopeClaim,
        Map<String, Set<String>> scopes,
        Duration skew,
        Duration lifetime) {
    IssuerRules {
        audiences = Set.copyOf(audiences);
        algorithms = Set.copyOf(algorithms);
        types = Set.copyOf(types);
        required = Map.copyOf(required);
        scopes = Map.copyOf(scopes);
    }
}
