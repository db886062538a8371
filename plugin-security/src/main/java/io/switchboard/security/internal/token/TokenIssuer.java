package io.switchboard.security.internal.token;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.switchboard.security.internal.key.SigningKey;
import java.util.Date;
import java.util.Map;

/** Writes access tokens (RFC 9068). */
public final class TokenIssuer {
    private TokenIssuer() {}

    /** The token as text, signed. */
    public static String write(AccessToken token, HubIdentity hub, SigningKey key) {
        JwtBuilder builder = Jwts.builder()
                .header()
                .type(ClaimNames.TYPE)
                .keyId(key.id())
                .and()
                .issuer(hub.issuer())
                .audience()
                .add(hub.audience())
                .and()
                .subject(token.customer().orElse(token.clientId()))
                .claim(ClaimNames.CLIENT_ID, token.clientId())
                .claim(ClaimNames.GENERATION, ClaimNames.generation(token.generation()))
                .claim(ClaimNames.SCOPE, token.scopes().text())
                .id(token.id())
                .issuedAt(Date.from(token.issued()))
                .expiration(Date.from(token.expires()));
        token.customer()
                .ifPresent(customer -> builder.claim(ClaimNames.CUSTOMER, customer)
                        .claim(ClaimNames.ASSURANCE, ClaimNames.assurance(token.assurance())));
        token.actor().ifPresent(actor -> builder.claim(ClaimNames.ACTOR, Map.of("sub", actor)));
        return builder.signWith(key.secret(), Jwts.SIG.RS256).compact();
    }
}
