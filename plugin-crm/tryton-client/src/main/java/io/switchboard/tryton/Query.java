package io.switchboard.tryton;

import java.util.List;

/**
 * Which records of a model are wanted, and what of them. Immutable.
 *
 * @param model the model's name, such as {@code party.party}
 * @param domain the conditions, all of which hold; made by {@link Clause}
 * @param limit the most records
 * @param order fields with {@code ASC} or {@code DESC}
 * @param fields the fields; {@code party.name} gives a field of what {@code party} refers to or lists
 */
public record Query(String model, List<List<Object>> domain, int limit, List<List<String>> order, List<String> fields) {
    /** Copies the lists. */
    public Query {
        domain = List.copyOf(domain);
        order = List.copyOf(order);
        fields = List.copyOf(fields);
    }

    /** Records by their ids, the lowest first. */
    public static Query of(String model, List<List<Object>> domain, int limit, List<String> fields) {
        return new Query(model, domain, limit, List.of(List.of("id", "ASC")), fields);
    }
}
