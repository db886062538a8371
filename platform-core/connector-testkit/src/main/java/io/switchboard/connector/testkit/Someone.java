package io.switchboard.connector.testkit;

import io.switchboard.connector.Assurance;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.Principal;
import io.switchboard.core.security.Caller;
import io.switchboard.core.security.MaskingProfile;
import io.switchboard.core.security.MaskingProfile.Treatment;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls in a test. Unless told otherwise it has every scope, sees all personal data whole, and the hub is as sure of the customer as it
 * can be. Immutable.
 */
public final class Someone {
    private final Principal principal;
    private final Optional<String> customer;
    private final Set<String> scopes;
    private final Assurance assurance;
    private final Map<DataClass, Treatment> treatments;

    private Someone(
            Principal principal,
            Optional<String> customer,
            Set<String> scopes,
            Assurance assurance,
            Map<DataClass, Treatment> treatments) {
        this.principal = principal;
        this.customer = customer;
        this.scopes = Set.copyOf(scopes);
        this.assurance = assurance;
        this.treatments = Map.copyOf(treatments);
    }

    private static Someone of(Principal principal, Optional<String> customer) {
        Map<DataClass, Treatment> whole = new EnumMap<>(DataClass.class);
        for (DataClass each : DataClass.values()) {
            whole.put(each, Treatment.FULL);
        }
        return new Someone(principal, customer, Set.of("*"), Assurance.STEPPED_UP, whole);
    }

    /** A chatbot with a token that is bound to one customer: the operations for CUSTOMER and PUBLIC, for that one alone. */
    public static Someone customer(String customerId) {
        return of(Principal.builder("chatbot", Principal.Kind.AUTONOMOUS).build(), Optional.of(customerId));
    }

    /** An employee at a desk, whose token is bound to nobody: the operations for STAFF and PUBLIC, and those for any CUSTOMER it names. */
    public static Someone staff() {
        return of(
                Principal.builder("desk", Principal.Kind.ASSIST)
                        .user("employee-1")
                        .build(),
                Optional.empty());
    }

    /** A chatbot whose token is bound to nobody: refused every operation for CUSTOMER. */
    public static Someone unboundChatbot() {
        return of(Principal.builder("chatbot", Principal.Kind.AUTONOMOUS).build(), Optional.empty());
    }

    /** The same, as another client application: what is done once is done once for each. */
    public Someone client(String id) {
        Principal.Builder named = Principal.builder(id, principal.kind());
        principal.user().ifPresent(named::user);
        return new Someone(named.build(), customer, scopes, assurance, treatments);
    }

    /** The same with these scopes only, such as {@code loyalty.read} or {@code loyalty.*}. */
    public Someone scopes(String... only) {
        return new Someone(principal, customer, Set.of(only), assurance, treatments);
    }

    /** The same, with the hub this sure of the customer. */
    public Someone assurance(Assurance sure) {
        return new Someone(principal, customer, scopes, sure, treatments);
    }

    /** The same, to whom personal data of one class is shown so. */
    public Someone sees(DataClass dataClass, Treatment treatment) {
        Map<DataClass, Treatment> changed = new EnumMap<>(DataClass.class);
        changed.putAll(treatments);
        changed.put(dataClass, treatment);
        return new Someone(principal, customer, scopes, assurance, changed);
    }

    /** The same, from whom all personal data is hidden. */
    public Someone seesNothing() {
        return new Someone(principal, customer, scopes, assurance, Map.of());
    }

    Caller caller(String tokenId) {
        return new Caller(
                principal, Set.of("test"), scopes, customer, Optional.empty(), assurance, tokenId, Instant.MAX);
    }

    MaskingProfile profile() {
        return new MaskingProfile(treatments);
    }

    @Override
    public String toString() {
        return principal.id() + customer.map(id -> " for " + id).orElse("");
    }
}
