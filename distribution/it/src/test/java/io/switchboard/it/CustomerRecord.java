package io.switchboard.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** All that the hub tells staff of one customer: every operation that reads, with every row; but for the audit, which grows by asking. */
final class CustomerRecord {
    private final Caller staff;
    private final List<CustomerOperation> reads = new ArrayList<>();

    CustomerRecord(Caller staff, JsonNode document) {
        this.staff = staff;
        for (String audience : List.of("CUSTOMER", "STAFF")) {
            CustomerOperation.of(document, audience).stream()
                    .filter(each -> each.reads()
                            && each.where().equals("path")
                            && !each.name().startsWith("audit."))
                    .forEach(reads::add);
        }
    }

    /** Answers by address. */
    Map<String, String> of(String customer) {
        Map<String, String> answers = new TreeMap<>();
        for (CustomerOperation operation : reads) {
            for (Map<String, String> rows : each(operation, customer)) {
                String address = operation.address(customer, rows);
                answers.put(address, staff.get(address).ok().toString());
            }
        }
        return answers;
    }

    /** Texts that stand in those answers, but for codes, times and ids of rows, which are numbers that others may have too. */
    Set<String> words(String customer) {
        Set<String> words = new TreeSet<>();
        for (CustomerOperation operation : reads) {
            for (Map<String, String> rows : each(operation, customer)) {
                walk("", staff.get(operation.address(customer, rows)).ok(), (name, text) -> {
                    if (text.length() >= 6 && !text.matches("[A-Z_]+|[0-9TZ:.-]+|[a-z]+~[0-9]+")) {
                        words.add(text);
                    }
                });
            }
        }
        words.remove(customer);
        return words;
    }

    /** Ids of rows for a variable of an operation: from the listings of its connector that need no row themselves. */
    Set<String> rows(CustomerOperation operation, String variable, String customer) {
        String connector = operation.name().substring(0, operation.name().indexOf('.'));
        Set<String> found = new TreeSet<>();
        for (CustomerOperation listing : reads) {
            if (!listing.hasRows() && listing.name().startsWith(connector + ".")) {
                walk("", staff.get(listing.address(customer, Map.of())).ok(), (name, text) -> {
                    if (name.equals(variable) || name.equals("id")) {
                        found.add(text);
                    }
                });
            }
        }
        return found;
    }

    private List<Map<String, String>> each(CustomerOperation operation, String customer) {
        List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
        for (String variable : operation.variables().keySet()) {
            if (CustomerOperation.isRow(variable)) {
                List<Map<String, String>> more = new ArrayList<>();
                for (Map<String, String> before : all) {
                    for (String row : rows(operation, variable, customer)) {
                        Map<String, String> one = new TreeMap<>(before);
                        one.put(variable, row);
                        more.add(one);
                    }
                }
                all = more;
            }
        }
        return all;
    }

    private static void walk(String name, JsonNode node, BiConsumer<String, String> texts) {
        if (node.isTextual()) {
            texts.accept(name, node.asText());
        } else if (node.isArray()) {
            node.forEach(each -> walk(name, each, texts));
        } else {
            node.properties().forEach(each -> walk(each.getKey(), each.getValue(), texts));
        }
    }
}
