package io.switchboard.security.internal.issuer;

import io.switchboard.connector.Assurance;
import java.util.Map;
import java.util.Optional;

/** Whom an issuer vouches for. Immutable. */
sealed interface Purpose {
    /**
     * For customers; such tokens bind, and are never a caller's own.
     *
     * @param claim the claim that names the customer
     * @param prefix what stands before it in the customer's id
     * @param assurance how sure the issuer is of the customer
     */
    record Customers(String claim, String prefix, Assurance assurance) implements Purpose {}

    /**
     * For client applications.
     *
     * @param claim the claim that names the client
     * @param prefix what stands before it in the id of a client of the hub; empty where only those in the map are accepted
     * @param clients clients of the hub by the names the issuer has for them
     */
    record Callers(String claim, String prefix, Map<String, String> clients) implements Purpose {
        public Callers {
            clients = Map.copyOf(clients);
        }

        /** The client of the hub; empty where the name stands for none. */
        Optional<String> client(String name) {
            String mapped = clients.get(name);
            if (mapped == null && !prefix.isEmpty()) {
                mapped = prefix + name;
            }
            return Optional.ofNullable(mapped);
        }
    }
}
