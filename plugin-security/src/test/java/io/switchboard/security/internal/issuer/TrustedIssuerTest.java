package io.switchboard.security.internal.issuer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.Assurance;
import io.switchboard.security.internal.Forge;
import io.switchboard.security.internal.TestClock;
import io.switchboard.security.internal.issuer.KeyCache.Pace;
import io.switchboard.security.internal.token.HubIdentity;
import io.switchboard.security.internal.token.InvalidToken;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Issuers over real HTTP, and what they have to bear from their providers. */
class TrustedIssuerTest {
    private static final Pace PACE = new Pace(Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofSeconds(10));

    private final TestClock clock = new TestClock();
    private final Provider provider = new Provider();
    private final Issuers issuers = new Issuers();
    private final List<TrustedIssuer> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(TrustedIssuer::close);
        provider.close();
    }

    private TrustedIssuer configure(Map<String, ?> configuration) {
        TrustedIssuer issuer = new TrustedIssuer(configuration, new HubIdentity(""), clock, PACE);
        open.add(issuer);
        issuers.add(issuer);
        return issuer;
    }

    private ExternalToken verify() throws Exception {
        return issuers.verify(provider.token(clock.instant()));
    }

    private void assertUnavailable() {
        assertThrows(IssuerUnavailable.class, this::verify);
        assertFalse(issuers.troubles().isEmpty());
    }

    @Test
    void aCallersTokenSaysWhichClientItStandsFor() throws Exception {
        configure(provider.callers());
        ExternalToken token = verify();
        assertEquals(provider.issuer(), token.issuer());
        assertEquals(Optional.of("bot"), token.clientId());
        assertEquals(Optional.empty(), token.customer());
        assertEquals(Set.of("crm.read"), token.scopes());
        assertEquals("t-1", token.id());
        assertEquals(clock.instant().getEpochSecond() + 900, token.expires().getEpochSecond());
        assertEquals(List.of(), issuers.troubles());
    }

    @Test
    void aCustomersTokenSaysWhichCustomerItIs() throws Exception {
        configure(provider.customers());
        ExternalToken token = verify();
        assertEquals(Optional.of("C-1001"), token.customer());
        assertEquals(Optional.empty(), token.clientId());
        assertEquals(Assurance.SIGNED_IN, token.assurance());
        assertEquals("1001", token.subject());
    }

    @Test
    void scopesAreTranslated() throws Exception {
        Map<String, Object> configuration = provider.callers();
        configuration.put("scope.map.openid", "ticket.read ticket.write");
        configuration.put("scope.map.crm.read", "crm.*");
        configure(configuration);
        assertEquals(Set.of("ticket.read", "ticket.write", "crm.*"), verify().scopes());
    }

    @Test
    void keysAreFetchedOnceForManyTokens() throws Exception {
        configure(provider.callers());
        for (int i = 0; i < 20; i++) {
            verify();
        }
        assertEquals(1, provider.keyRequests());
    }

    @Test
    void aNewKeyIsFetchedWhenATokenNamesIt() throws Exception {
        configure(provider.callers());
        String old = provider.token(clock.instant());
        VerifiedExternalToken kept = issuers.find(old).orElseThrow();
        assertTrue(kept.counts().getAsBoolean());
        provider.rotate("k2");
        clock.pass(PACE.least().plusSeconds(1));
        verify();
        assertEquals(2, provider.keyRequests());
        assertFalse(kept.counts().getAsBoolean(), "its key has gone");
        assertThrows(InvalidToken.class, () -> issuers.verify(old));
    }

    @Test
    void aTokenKeptCountsAsLongAsKeysAndRulesStay() throws Exception {
        TrustedIssuer issuer = configure(provider.callers());
        VerifiedExternalToken kept =
                issuers.find(provider.token(clock.instant())).orElseThrow();
        clock.pass(PACE.least().plusSeconds(1));
        assertThrows(InvalidToken.class, () -> issuers.verify(forged("k9")));
        assertEquals(2, provider.keyRequests());
        assertTrue(kept.counts().getAsBoolean(), "the same keys came again");
        Map<String, Object> wider = provider.callers();
        wider.put("audience", "urn:hub, urn:other");
        issuer.modified(wider);
        assertFalse(kept.counts().getAsBoolean());
        verify();
        assertEquals(2, provider.keyRequests(), "the keys are the same");
        issuers.remove(issuer);
        issuer.close();
        assertThrows(InvalidToken.class, this::verify);
    }

    @Test
    void forgedKeyIdsDoNotHammerTheProvider() throws Exception {
        configure(provider.callers());
        verify();
        for (int i = 0; i < 50; i++) {
            String id = "forged-" + i;
            assertThrows(InvalidToken.class, () -> issuers.verify(forged(id)));
        }
        assertEquals(1, provider.keyRequests());
        clock.pass(PACE.least().plusSeconds(1));
        for (int i = 0; i < 50; i++) {
            String id = "forged-" + i;
            assertThrows(InvalidToken.class, () -> issuers.verify(forged(id)));
        }
        assertEquals(2, provider.keyRequests());
    }

    @Test
    void anOutageIsSurvivedUpToAnAge() throws Exception {
        configure(provider.callers());
        verify();
        provider.close();
        clock.pass(Duration.ofHours(23));
        verify();
        // A key that nobody can look up may be right.
        assertThrows(IssuerUnavailable.class, () -> issuers.verify(forged("k9")));
        assertTrue(issuers.troubles().get(0).contains("count until"), issuers.troubles()::toString);
        verify();
        clock.pass(Duration.ofHours(2));
        assertUnavailable();
    }

    @Test
    void badAnswersAreNoKeys() {
        List<Provider.Page> bad = List.of(
                Provider.status(500),
                Provider.status(404),
                Provider.redirect(provider.issuer() + "/elsewhere"),
                Provider.text("<html>busy</html>"),
                Provider.text("{\"keys\":[]}"),
                Provider.text("{\"keys\":[{\"kty\":\"RSA\"}]}"),
                Provider.text("{\"keys\":[],\"keys\":[]}"),
                Provider.text("{\"keys\":[],\"pad\":\"" + "x".repeat(300_000) + "\"}"),
                Provider.json(Map.of("keys", List.of(Provider.jwk("k1", Provider.rsa(1024))))));
        provider.page("/shop/elsewhere", Provider.json(Map.of("keys", List.of(Provider.jwk("k1", provider.key())))));
        TrustedIssuer issuer = null;
        for (Provider.Page each : bad) {
            provider.keys(each);
            if (issuer != null) {
                issuers.remove(issuer);
            }
            issuer = configure(provider.callers());
            assertUnavailable();
        }
    }

    @Test
    void aBadAnswerLeavesTheKeysThatAreThere() throws Exception {
        configure(provider.callers());
        verify();
        provider.keys(Provider.text("{"));
        clock.pass(PACE.least().plusSeconds(1));
        assertThrows(IssuerUnavailable.class, () -> issuers.verify(forged("k9")));
        verify();
        provider.publish();
        clock.pass(PACE.least().plusSeconds(1));
        assertThrows(InvalidToken.class, () -> issuers.verify(forged("k9")));
        assertEquals(List.of(), issuers.troubles());
    }

    @Test
    void metadataThatSpeakForOthersOrLeadAwayAreRefused() {
        List<Map<String, Object>> bad = List.of(
                Provider.metadata("http://127.0.0.1:1/shop", provider.issuer() + "/jwks"),
                Provider.metadata(provider.issuer() + "/", provider.issuer() + "/jwks"),
                Provider.metadata(provider.issuer(), "http://localhost:1/jwks"),
                Provider.metadata(provider.issuer(), "http://id.example.com/jwks"),
                Provider.metadata(provider.issuer(), "file:///etc/passwd"),
                Map.of("issuer", provider.issuer()));
        TrustedIssuer issuer = null;
        for (Map<String, Object> each : bad) {
            provider.page("/shop/.well-known/openid-configuration", Provider.json(each));
            if (issuer != null) {
                issuers.remove(issuer);
            }
            issuer = configure(provider.callers());
            assertUnavailable();
        }
        assertEquals(0, provider.keyRequests());
    }

    @Test
    void keysAreFoundByMetadataOfOAuthAndByTheirAddress() throws Exception {
        provider.page("/shop/.well-known/openid-configuration", Provider.status(404));
        provider.page(
                "/.well-known/oauth-authorization-server/shop",
                Provider.json(Provider.metadata(provider.issuer(), provider.issuer() + "/jwks")));
        TrustedIssuer issuer = configure(provider.callers());
        verify();
        provider.page("/.well-known/oauth-authorization-server/shop", Provider.status(404));
        Map<String, Object> configuration = provider.callers();
        configuration.put("keys.url", provider.issuer() + "/jwks");
        issuer.modified(configuration);
        verify();
    }

    @Test
    void aProviderThatHangsHoldsFewAndNotForLong() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        provider.keys(exchange -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Pace hasty = new Pace(Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofMillis(50));
        TrustedIssuer issuer = new TrustedIssuer(provider.callers(), new HubIdentity(""), clock, hasty);
        open.add(issuer);
        issuers.add(issuer);
        assertThrows(IssuerUnavailable.class, this::verify);
        assertEquals(List.of(), issuers.troubles(), "nobody knows yet");
        release.countDown();
    }

    @Test
    void keysThatAreInDoubtAreLeftOut() throws Exception {
        KeyPair other = Provider.rsa(2048);
        Map<String, Object> forEncryption = Provider.jwk("enc", provider.key());
        forEncryption.put("use", "enc");
        Map<String, Object> forAnother = Provider.jwk("ps", provider.key());
        forAnother.put("alg", "PS256");
        Map<String, Object> secret =
                Map.of("kty", "oct", "kid", "oct", "k", Forge.base64(new byte[64]), "alg", "HS256");
        provider.keys(Provider.json(Map.of(
                "keys",
                List.of(
                        Provider.jwk("k1", provider.key()),
                        Provider.jwk("twice", provider.key()),
                        Provider.jwk("twice", other),
                        forEncryption,
                        forAnother,
                        secret))));
        configure(provider.callers());
        verify();
        for (String id : List.of("twice", "enc", "ps", "oct")) {
            assertThrows(InvalidToken.class, () -> issuers.verify(signed(id)), id);
        }
    }

    @Test
    void aTokenThatTwoConfigurationsAcceptIsRefused() throws Exception {
        configure(provider.callers());
        verify();
        configure(provider.customers());
        assertThrows(InvalidToken.class, this::verify);
    }

    @Test
    void whatHasMistakesLeavesWhatWasBefore() throws Exception {
        TrustedIssuer issuer = configure(provider.callers());
        verify();
        Map<String, Object> wrong = provider.callers();
        wrong.put("audiences", "urn:else");
        issuer.modified(wrong);
        verify();
        assertTrue(issuers.troubles().get(0).contains("audiences: unknown"), issuers.troubles()::toString);
    }

    private String forged(String keyId) {
        Map<String, Object> header = provider.header();
        header.put("kid", keyId);
        return Forge.token(header, provider.claims(clock.instant()), content -> new byte[256]);
    }

    private String signed(String keyId) {
        Map<String, Object> header = provider.header();
        header.put("kid", keyId);
        return Forge.token(header, provider.claims(clock.instant()), provider.signer());
    }
}
