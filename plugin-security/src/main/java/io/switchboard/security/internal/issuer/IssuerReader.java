package io.switchboard.security.internal.issuer;

import io.switchboard.connector.Assurance;
import io.switchboard.security.internal.role.ScopeSet;
import io.switchboard.security.internal.settings.Entries;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads an issuer from a configuration, and gathers every mistake in it. Used once. */
final class IssuerReader {
    private static final Set<String> TYPES = Set.of("at+jwt", "jwt");

    private final SortedMap<String, String> left;
    private final List<String> faults = new ArrayList<>();

    /**
     * What came of a configuration. Immutable.
     *
     * @param rules the issuer; empty where there are faults
     * @param faults the mistakes, each with its key
     */
    record Reading(Optional<IssuerRules> rules, List<String> faults) {}

    private IssuerReader(Map<String, ?> configuration) {
        left = Entries.of(configuration);
    }

    static Reading read(Map<String, ?> configuration) {
        IssuerReader reader = new IssuerReader(configuration);
        IssuerRules rules = reader.rules();
        reader.left.keySet().forEach(key -> reader.faults.add(key + ": unknown"));
        return new Reading(reader.faults.isEmpty() ? Optional.of(rules) : Optional.empty(), List.copyOf(reader.faults));
    }

    private IssuerRules rules() {
        KeyPlace keys = new KeyPlace(
                issuer(),
                keysUrl(),
                hosts(),
                Duration.ofMinutes(number("refresh.minutes", 60, 1, 1440)),
                Duration.ofHours(number("kept.hours", 24, 1, 168)));
        Set<String> types = choice("types", "at+jwt", TYPES);
        Map<String, Set<String>> required = several("require.");
        Purpose purpose = purpose();
        if (purpose instanceof Purpose.Callers && types.contains("jwt") && required.isEmpty()) {
            faults.add(
                    "types: with JWT, an id token could pass for an access token; name a claim that only access tokens"
                            + " have, such as require.token_use = access");
        }
        return new IssuerRules(
                keys,
                purpose,
                needed("audience", Entries.list(take("audience", ""))),
                algorithms(),
                types,
                required,
                take("scope.claim", "scope"),
                scopes(),
                Duration.ofSeconds(number("skew.seconds", 10, 0, 120)),
                Duration.ofMinutes(number("lifetime.minutes", 1440, 1, 44_640)));
    }

    private String issuer() {
        String issuer = take("issuer", "");
        Optional<URI> address = Addresses.parse(issuer);
        if (address.isEmpty() || address.get().getRawQuery() != null) {
            faults.add("issuer: write the address that stands in the tokens as iss, such as https://id.example.com/shop"
                    + " (http only for this machine)");
            return "https://missing.invalid";
        }
        return issuer;
    }

    private Optional<URI> keysUrl() {
        String text = take("keys.url", "");
        Optional<URI> address = Addresses.parse(text);
        if (!text.isEmpty() && address.isEmpty()) {
            faults.add("keys.url: write an https address (http only for this machine)");
        }
        return address;
    }

    private Set<String> hosts() {
        Set<String> hosts = new HashSet<>();
        for (String each : Entries.list(take("hosts", ""))) {
            Addresses.host(each)
                    .ifPresentOrElse(hosts::add, () -> faults.add("hosts: '" + each + "' is no host or host:port"));
        }
        return hosts;
    }

    private Purpose purpose() {
        String name = take("for", "");
        String customerClaim = take("customer.claim", "");
        String customerPrefix = take("customer.prefix", "");
        Optional<Assurance> assurance = assurance();
        String clientClaim = take("client.claim", "");
        String clientPrefix = take("client.prefix", "");
        Map<String, String> clients = taken("client.map.");
        switch (name) {
            case "customers" -> {
                unless(
                        clientClaim.isEmpty() && clientPrefix.isEmpty() && clients.isEmpty(),
                        "client.*: only for callers");
                unless(!customerClaim.isEmpty(), "customer.claim: missing; the claim that has the customer's id");
            }
            case "callers" -> {
                unless(customerClaim.isEmpty() && customerPrefix.isEmpty(), "customer.*: only for customers");
                unless(assurance.isEmpty(), "assurance: only for customers");
                unless(
                        !clientClaim.isEmpty(),
                        "client.claim: missing; the claim that names the client, such as client_id");
                unless(
                        !clientPrefix.isEmpty() || !clients.isEmpty(),
                        "client.map.<name there> = <client here>, or client.prefix: missing; which clients of the hub are"
                                + " meant");
                clients.forEach((key, client) -> unless(!client.isEmpty(), "client.map." + key + ": empty"));
            }
            default -> faults.add("for: write customers or callers");
        }
        return name.equals("callers")
                ? new Purpose.Callers(clientClaim, clientPrefix, clients)
                : new Purpose.Customers(customerClaim, customerPrefix, assurance.orElse(Assurance.TOKEN));
    }

    private Optional<Assurance> assurance() {
        String text = take("assurance", "");
        for (Assurance each : Assurance.values()) {
            if (each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return Optional.of(each);
            }
        }
        unless(text.isEmpty(), "assurance: write token, signed-in or stepped-up");
        return Optional.empty();
    }

    private Set<String> algorithms() {
        Set<String> known =
                Set.of(Algorithm.values()).stream().map(Algorithm::name).collect(Collectors.toUnmodifiableSet());
        Set<String> found = Entries.list(take("algorithms", "RS256, PS256, ES256"));
        unless(known.containsAll(found) && !found.isEmpty(), "algorithms: write some of RS256, PS256, ES256");
        return found;
    }

    private Map<String, Set<String>> scopes() {
        Map<String, Set<String>> scopes = several("scope.map.");
        scopes.forEach((key, mapped) -> mapped.stream()
                .filter(each -> !ScopeSet.isPattern(each))
                .forEach(each -> faults.add("scope.map." + key + ": '" + each + "' is no scope of the hub")));
        return scopes;
    }

    private Set<String> choice(String key, String otherwise, Set<String> known) {
        Set<String> found = Entries.list(take(key, otherwise).toLowerCase(Locale.ROOT));
        unless(known.containsAll(found) && !found.isEmpty(), key + ": write some of at+jwt, JWT");
        return found;
    }

    private Set<String> needed(String key, Set<String> found) {
        unless(!found.isEmpty(), key + ": missing");
        return found;
    }

    private long number(String key, long otherwise, long least, long most) {
        String text = take(key, "");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.matches("\\d{1,9}") && Long.parseLong(text) >= least && Long.parseLong(text) <= most) {
            return Long.parseLong(text);
        }
        faults.add(key + ": write a number from " + least + " to " + most);
        return otherwise;
    }

    private String take(String key, String otherwise) {
        String text = left.remove(key);
        return text == null ? otherwise : text.strip();
    }

    private Map<String, Set<String>> several(String prefix) {
        Map<String, Set<String>> found = new TreeMap<>();
        taken(prefix).forEach((key, text) -> found.put(key, needed(prefix + key, Entries.list(text))));
        return found;
    }

    private Map<String, String> taken(String prefix) {
        Map<String, String> found = new TreeMap<>();
        left.forEach((key, text) -> {
            if (key.startsWith(prefix) && key.length() > prefix.length()) {
                found.put(key.substring(prefix.length()), text.strip());
            }
        });
        found.keySet().forEach(key -> left.remove(prefix + key));
        return found;
    }

    private void unless(boolean right, String fault) {
        if (!right) {
            faults.add(fault);
        }
    }
}
