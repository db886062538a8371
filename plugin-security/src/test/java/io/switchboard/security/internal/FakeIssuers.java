package io.switchboard.security.internal;

import io.switchboard.connector.Assurance;
import io.switchboard.security.internal.issuer.ExternalToken;
import io.switchboard.security.internal.issuer.ExternalTokens;
import io.switchboard.security.internal.issuer.IssuerUnavailable;
import io.switchboard.security.internal.token.InvalidToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Knows tokens by what they are named like: {@code customer:C-1}, and some that are wrong in one way or another. */
final class FakeIssuers implements ExternalTokens {
    private final InstantSource clock;
    Duration left = Duration.ofHours(1);
    Set<String> scopes = Set.of();

    FakeIssuers(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public ExternalToken verify(String token) throws InvalidToken, IssuerUnavailable {
        if (token.equals("down")) {
            throw new IssuerUnavailable("login: its keys cannot be fetched");
        }
        if (token.startsWith("customer:")) {
            return of(Optional.of(token.substring(9)), Optional.empty());
        }
        if (token.startsWith("client:")) {
            return of(Optional.empty(), Optional.of(token.substring(7)));
        }
        throw new InvalidToken("unknown");
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    private ExternalToken of(Optional<String> customer, Optional<String> client) {
        Instant now = clock.instant();
        return new ExternalToken(
                "https://login.example.com",
                "u-1",
                customer,
                client,
                scopes,
                Assurance.SIGNED_IN,
                "ext-1",
                now,
                now.plus(left));
    }
}
