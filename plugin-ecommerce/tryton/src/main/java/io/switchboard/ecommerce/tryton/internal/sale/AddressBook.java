package io.switchboard.ecommerce.tryton.internal.sale;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ecommerce.spi.Address;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.tryton.Clause;
import io.switchboard.tryton.Query;
import io.switchboard.tryton.Row;
import io.switchboard.tryton.Tryton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The addresses of parties. One that is there is taken, and none is ever changed: papers refer to them. */
public final class AddressBook {
    private final Tryton tryton;
    private final String home;

    /** @param home the country of addresses that name none */
    public AddressBook(Tryton tryton, String home) {
        this.tryton = tryton;
        this.home = home;
    }

    /**
     * The number of a party's address like this one, which is made where it is missing. Fails with {@link OrderBackend#NOT_ALLOWED} where
     * Tryton does not have the country.
     */
    public long entry(Sale sale, Address address) {
        Map<String, Object> values = values(sale, address);
        return find(sale.receiverId(), values).orElseGet(() -> tryton.create(Addresses.MODEL, values));
    }

    private Map<String, Object> values(Sale sale, Address address) {
        Map<String, Object> values = new HashMap<>();
        values.put("party", sale.receiverId());
        values.put("party_name", address.recipient());
        values.put("street", address.street());
        values.put("city", address.city());
        address.postcode().ifPresent(code -> values.put("postal_code", code));
        Optional<Long> country = country(address.country());
        country.ifPresent(id -> values.put("country", id));
        Optional<Long> subdivision = country.flatMap(id -> address.region().flatMap(region -> subdivision(id, region)));
        subdivision.ifPresent(id -> values.put("subdivision", id));
        Addresses.note(subdivision.isPresent() ? Optional.empty() : address.region(), address.phone())
                .ifPresent(note -> values.put("name", note));
        return values;
    }

    private Optional<Long> find(long party, Map<String, Object> values) {
        List<List<Object>> domain = new ArrayList<>();
        domain.add(Clause.of("party", "=", party));
        for (String field : List.of("party_name", "name", "street", "city", "postal_code", "country", "subdivision")) {
            Object value = values.get(field);
            domain.add(value == null ? Clause.none(field) : Clause.of(field, "=", value));
        }
        return first(Addresses.MODEL, domain);
    }

    private Optional<Long> country(String code) {
        Optional<Long> found = first("country.country", List.of(Clause.of("code", "=", code)));
        if (found.isEmpty() && !code.equals(home)) {
            throw ConnectorException.of(ErrorCode.CONFLICT, OrderBackend.NOT_ALLOWED);
        }
        return found;
    }

    private Optional<Long> subdivision(long country, String name) {
        return first("country.subdivision", List.of(Clause.of("country", "=", country), Clause.of("name", "=", name)));
    }

    private Optional<Long> first(String model, List<List<Object>> domain) {
        return tryton.search(Query.of(model, domain, 1, List.of("id"))).stream()
                .map(Row::id)
                .findFirst();
    }
}
