package io.switchboard.security.internal.issuer;

import io.switchboard.security.internal.token.InvalidToken;
import io.switchboard.security.internal.token.StrictJson;
import io.switchboard.security.internal.token.TokenShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** All issuers that are configured, as they come and go. Safe for use from many threads. */
@Component(service = {ExternalTokens.class, Issuers.class})
public final class Issuers implements ExternalTokens {
    private final List<TrustedIssuer> issuers = new CopyOnWriteArrayList<>();

    /** Has none yet. */
    @Activate
    public Issuers() {}

    /** One more. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(TrustedIssuer issuer) {
        issuers.add(issuer);
    }

    /** One less. */
    public void remove(TrustedIssuer issuer) {
        issuers.remove(issuer);
    }

    @Override
    public ExternalToken verify(String token) throws InvalidToken, IssuerUnavailable {
        return find(token).orElseThrow(() -> new InvalidToken("iss")).token();
    }

    @Override
    public boolean isEmpty() {
        return issuers.isEmpty();
    }

    /**
     * What a token of a configured issuer says, to be kept; empty where the token does not name an issuer that is configured.
     *
     * @throws InvalidToken if it names one and is not to be accepted
     * @throws IssuerUnavailable if the issuer's keys are not at hand
     */
    public Optional<VerifiedExternalToken> find(String token) throws InvalidToken, IssuerUnavailable {
        if (issuers.isEmpty()) {
            return Optional.empty();
        }
        TokenShape shape = TokenShape.foreign(token);
        String named = issuer(token);
        List<TrustedIssuer> candidates =
                issuers.stream().filter(each -> each.isOf(named)).toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(verify(token, shape, candidates));
    }

    private static VerifiedExternalToken verify(String token, TokenShape shape, List<TrustedIssuer> candidates)
            throws InvalidToken, IssuerUnavailable {
        List<VerifiedExternalToken> verified = new ArrayList<>();
        InvalidToken refused = new InvalidToken("iss");
        for (TrustedIssuer each : candidates) {
            try {
                verified.add(each.verify(token, shape));
            } catch (InvalidToken e) {
                refused = e;
            }
        }
        if (verified.isEmpty()) {
            throw refused;
        }
        // Nobody could say whether it is a customer's or a caller's.
        if (verified.size() > 1) {
            throw new InvalidToken("more than one configuration accepts it");
        }
        return verified.get(0);
    }

    /** What is wrong with any of them. */
    List<String> troubles() {
        return issuers.stream().flatMap(each -> each.trouble().stream()).toList();
    }

    // Before anything is verified, and only to know by whose rules that is to be done.
    private static String issuer(String token) throws InvalidToken {
        try {
            return StrictJson.object(TokenShape.payload(token)).get("iss") instanceof String issuer ? issuer : "";
        } catch (IOException e) {
            throw new InvalidToken("claims");
        }
    }
}
