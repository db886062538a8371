package io.switchboard.security.internal.issuer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IssuerReaderTest {
    private static Map<String, Object> customers() {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put("issuer", "https://id.example.com/shop");
        configuration.put("for", "customers");
        configuration.put("audience", new String[] {"urn:hub", "urn:too"});
        configuration.put("customer.claim", "sub");
        return configuration;
    }

    private static void assertFaults(Map<String, ?> configuration, String... each) {
        List<String> faults = IssuerReader.read(configuration).faults();
        assertEquals(each.length, faults.size(), faults::toString);
        for (String begin : each) {
            assertTrue(faults.stream().anyMatch(fault -> fault.startsWith(begin)), () -> begin + " in " + faults);
        }
    }

    private static void assertFault(String key, String value, String fault) {
        Map<String, Object> configuration = customers();
        configuration.put(key, value);
        assertFaults(configuration, fault);
    }

    @Test
    void whatIsLeftOutIsStrict() {
        IssuerRules rules = IssuerReader.read(customers()).rules().orElseThrow();
        assertEquals(Set.of("at+jwt"), rules.types());
        assertEquals(Set.of("urn:hub", "urn:too"), rules.audiences());
        assertEquals(Set.of("RS256", "PS256", "ES256"), rules.algorithms());
        assertEquals(10, rules.skew().toSeconds());
        assertEquals(24, rules.keys().kept().toHours());
        assertEquals("scope", rules.scopeClaim());
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertFaults(Map.of("issuer", "id"), "issuer:", "for:", "audience:");
        assertFaults(
                Map.of(
                        "issuer", "http://id.example.com",
                        "for", "callers",
                        "audience", " , ",
                        "assurance", "signed-in",
                        "colour", "red"),
                "issuer:",
                "audience: missing",
                "assurance: only",
                "client.claim: missing",
                "client.map.",
                "colour: unknown");
    }

    @Test
    void eachMistakeIsNamed() {
        assertFault("issuer", "https://id.example.com/?x=1", "issuer:");
        assertFault("issuer", "https://a@id.example.com", "issuer:");
        assertFault("issuer", "http://127.0.0.1.example.com", "issuer:");
        assertFault("keys.url", "http://id.example.com/jwks", "keys.url:");
        assertFault("hosts", "https://keys.example.com", "hosts:");
        assertFault("algorithms", "RS256, none", "algorithms:");
        assertFault("algorithms", "HS256", "algorithms:");
        assertFault("types", "id+jwt", "types:");
        assertFault("assurance", "sure", "assurance:");
        assertFault("skew.seconds", "3600", "skew.seconds:");
        assertFault("kept.hours", "-1", "kept.hours:");
        assertFault("scope.map.openid", "everything", "scope.map.openid:");
        assertFault("require.type", "", "require.type:");
        assertFault("client.map.x", "bot", "client.*:");
        assertFault("customer.claim", " ", "customer.claim:");
    }

    @Test
    void callersByJustAnyJwtNeedAClaimThatTellsThemApart() {
        Map<String, Object> configuration = customers();
        configuration.remove("customer.claim");
        configuration.put("for", "callers");
        configuration.put("client.claim", "azp");
        configuration.put("client.prefix", "sso-");
        configuration.put("types", "JWT");
        assertFaults(configuration, "types:");
        configuration.put("require.typ", "Bearer");
        assertFaults(configuration);
    }

    @Test
    void onlyHostsOfTheConfigurationAreAsked() {
        Map<String, Object> configuration = customers();
        configuration.put("hosts", "keys.example.com, cdn.example.com:8443");
        KeyPlace place = IssuerReader.read(configuration).rules().orElseThrow().keys();
        for (String good : List.of(
                "https://id.example.com/jwks",
                "https://ID.example.com:443/jwks",
                "https://keys.example.com/",
                "https://cdn.example.com:8443/a")) {
            assertTrue(place.allows(URI.create(good)), good);
        }
        for (String bad : List.of(
                "https://cdn.example.com/",
                "https://id.example.com:444/",
                "http://id.example.com/",
                "https://id.example.com@evil.example.com/",
                "https://evil.example.com/id.example.com")) {
            assertTrue(!place.allows(URI.create(bad)), bad);
        }
    }

    /** The settings that tools show are those that are read. */
    @Test
    void everySettingThatIsShownIsRead() {
        Map<String, Object> configuration = new HashMap<>();
        Stream.of(IssuerConfig.class.getDeclaredMethods())
                .map(method -> method.getName().replace("$", "").replace('_', '.'))
                .forEach(key -> configuration.put(key, "1"));
        List<String> faults = IssuerReader.read(configuration).faults();
        assertTrue(faults.stream().noneMatch(fault -> fault.endsWith(": unknown")), faults::toString);
        assertTrue(configuration.containsKey("for") && configuration.size() > 10, configuration::toString);
    }
}
