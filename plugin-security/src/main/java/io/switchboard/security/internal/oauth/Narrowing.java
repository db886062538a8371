package io.switchboard.security.internal.oauth;

import io.switchboard.security.internal.role.ScopeSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which of the scopes that it may have a request asks for. */
final class Narrowing {
    private static final Pattern SPACES = Pattern.compile(" ");

    private Narrowing() {}

    /** All that is allowed where {@code scope} is left out; never more than is allowed, and never nothing. */
    static ScopeSet of(ScopeSet allowed, Form form) throws OAuthFault {
        Optional<String> asked = form.get("scope");
        ScopeSet granted = asked.isPresent() ? narrowed(allowed, asked.get()) : allowed;
        if (granted.patterns().isEmpty()) {
            throw OAuthFault.invalidScope("There is no scope that the client may have.");
        }
        return granted;
    }

    private static ScopeSet narrowed(ScopeSet allowed, String asked) throws OAuthFault {
        Set<String> patterns = Set.copyOf(SPACES.splitAsStream(asked)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList());
        if (!patterns.stream().allMatch(each -> ScopeSet.isPattern(each) && allowed.covers(each))) {
            throw OAuthFault.invalidScope("A scope that was asked for is not one that the client may have.");
        }
        return new ScopeSet(patterns);
    }
}
