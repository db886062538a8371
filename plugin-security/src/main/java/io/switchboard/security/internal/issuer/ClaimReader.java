package io.switchboard.security.internal.issuer;

import io.jsonwebtoken.Claims;
import io.switchboard.connector.Assurance;
import io.switchboard.security.internal.role.ScopeSet;
import io.switchboard.security.internal.token.InvalidToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the claims of a token whose signature, issuer, audience and times are right, by the rules of its issuer. Immutable. */
final class ClaimReader {
    private static final Pattern NAME = Pattern.compile("[!-~]{1,200}");
    private static final Pattern ID = Pattern.compile("[!-~]{1,100}");
    private static final Pattern SPACES = Pattern.compile(" +");

    private final IssuerRules rules;

    ClaimReader(IssuerRules rules) {
        this.rules = rules;
    }

    ExternalToken read(Claims claims, String token) throws InvalidToken {
        for (Map.Entry<String, Set<String>> each : rules.required().entrySet()) {
            if (Collections.disjoint(texts(claims.get(each.getKey())), each.getValue())) {
                throw new InvalidToken("required claim " + each.getKey());
            }
        }
        Optional<String> customer = Optional.empty();
        Optional<String> client = Optional.empty();
        Assurance assurance = Assurance.TOKEN;
        String named;
        if (rules.purpose() instanceof Purpose.Callers callers) {
            named = name(claims, callers.claim());
            client = callers.client(named);
            if (client.isEmpty()) {
                throw new InvalidToken("client that is not mapped");
            }
        } else if (rules.purpose() instanceof Purpose.Customers customers) {
            named = name(claims, customers.claim());
            customer = Optional.of(customers.prefix() + named);
            assurance = customers.assurance();
        } else {
            throw new InvalidToken("purpose");
        }
        return new ExternalToken(
                rules.keys().issuer(),
                claims.containsKey(Claims.SUBJECT) ? name(claims, Claims.SUBJECT) : named,
                customer,
                client,
                scopes(texts(claims.get(rules.scopeClaim()))),
                assurance,
                id(claims, token),
                claims.getIssuedAt().toInstant(),
                claims.getExpiration().toInstant());
    }

    private Set<String> scopes(Collection<String> written) {
        Set<String> scopes = new HashSet<>();
        for (String each : written) {
            // Those of the issuer that mean nothing here, such as openid, stay behind.
            scopes.addAll(rules.scopes().getOrDefault(each, ScopeSet.isPattern(each) ? Set.of(each) : Set.of()));
        }
        return scopes;
    }

    private static String name(Claims claims, String claim) throws InvalidToken {
        Object value = claims.get(claim);
        String text = value instanceof Integer || value instanceof Long ? value.toString() : text(value);
        if (!NAME.matcher(text).matches()) {
            throw new InvalidToken(claim);
        }
        return text;
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    // One text with spaces between (RFC 8693, 4.2), or a list.
    private static Collection<String> texts(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
        }
        if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            return List.of(value.toString());
        }
        return value instanceof String text ? List.of(SPACES.split(text)) : List.of();
    }

    // Id tokens have no jti.
    private static String id(Claims claims, String token) throws InvalidToken {
        String id = text(claims.get(Claims.ID));
        return ID.matcher(id).matches() ? id : digest(token);
    }

    private static String digest(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
