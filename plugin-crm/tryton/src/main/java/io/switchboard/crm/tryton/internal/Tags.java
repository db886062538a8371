package io.switchboard.crm.tryton.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.crm.spi.Observation;
import io.switchboard.crm.spi.Recorded;
import io.switchboard.tryton.Clause;
import io.switchboard.tryton.Query;
import io.switchboard.tryton.Tryton;
import io.switchboard.tryton.TrytonFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tags are Tryton's categories, where people see and set them too. What a party is in is decided and changed under Tryton's own lock:
 * the write holds only where the party is still as it was read, and else all begins anew.
 *
 * <p>How sure a tag is, and who said so, Tryton cannot keep; that stands in the store, written after Tryton. A hub that dies in between
 * writes it when the act is repeated.
 */
final class Tags {
    private static final int ATTEMPTS = 5;

    private final Tryton tryton;
    private final Parties parties;
    private final Shown shown;
    private final Ranks ranks;
    private final String parent;

    /** @param parent the category below which those of the hub are made; empty text: none */
    Tags(Tryton tryton, Parties parties, Shown shown, Ranks ranks, String parent) {
        this.tryton = tryton;
        this.parties = parties;
        this.shown = shown;
        this.ranks = ranks;
        this.parent = parent;
    }

    Recorded record(Observation observation) {
        if (ranks.isRank(observation.topic().name())) {
            // How the company ranks a customer is not for conversations to say.
            throw ConnectorException.of(ErrorCode.BACKEND_REFUSED);
        }
        for (int attempt = 1; ; attempt++) {
            Optional<Recorded> before = shown.recorded(observation.customerId(), observation.correlationId());
            if (before.isPresent()) {
                return before.get();
            }
            Party party = parties.get(observation.customerId()).orElseThrow(TrytonCustomers::nobody);
            List<String> tags = ranks.tags(party.categories());
            boolean changes =
                    shown.of(party.id()).withTags(tags).after(observation).isPresent();
            if (!changes || written(party, observation, attempt)) {
                Supplier<Recorded> writing = () -> shown.record(party.id(), observation, facts -> facts.withTags(tags));
                return changes ? begun(writing) : writing.get();
            }
        }
    }

    /** Whether Tryton has taken it; not where the party was changed since it was read. */
    private boolean written(Party party, Observation observation, int attempt) {
        String name = observation.topic().name();
        Optional<Object> change = observation.value().isPresent()
                ? Optional.of(List.of("add", List.of(category(name))))
                : removal(party, name);
        if (change.isEmpty()) {
            return true;
        }
        try {
            tryton.write(party.stamp(), Map.of("categories", List.of(change.get())));
            return true;
        } catch (ConnectorException e) {
            boolean modified = TrytonFault.kind(e)
                    .filter(TrytonFault.Kind.MODIFIED::equals)
                    .isPresent();
            if (!modified || attempt == ATTEMPTS) {
                throw e;
            }
            return false;
        }
    }

    private static Optional<Object> removal(Party party, String name) {
        List<Long> ids = party.categories().stream()
                .filter(each -> each.name().equals(name))
                .map(Category::id)
                .toList();
        return ids.isEmpty() ? Optional.empty() : Optional.of(List.of("remove", ids));
    }

    /** Tryton has it; so whatever fails from here on must not say that nothing was changed. */
    private static Recorded begun(Supplier<Recorded> writing) {
        try {
            return writing.get();
        } catch (ConnectorException e) {
            throw e.code().unchanged()
                    ? ConnectorException.of(ErrorCode.OUTCOME_UNKNOWN).causedBy(e)
                    : e;
        }
    }

    /** The category of that name, made where it is missing. */
    private long category(String name) {
        Optional<Long> above = parent.isEmpty() ? Optional.empty() : Optional.of(parent());
        Optional<Long> present = find(name, above);
        if (present.isPresent()) {
            return present.get();
        }
        Map<String, Object> values = new HashMap<>();
        values.put("name", name);
        above.ifPresent(id -> values.put("parent", id));
        try {
            return tryton.create(Category.MODEL, values);
        } catch (ConnectorException e) {
            // Somebody else made it meanwhile, and names are unique.
            boolean refused =
                    TrytonFault.kind(e).filter(TrytonFault.Kind.REFUSED::equals).isPresent();
            Optional<Long> made = refused ? find(name, above) : Optional.empty();
            return made.orElseThrow(() -> e);
        }
    }

    private long parent() {
        return find(parent, Optional.empty()).orElseThrow(() -> ConnectorException.of(ErrorCode.BACKEND_REFUSED));
    }

    private Optional<Long> find(String name, Optional<Long> above) {
        List<List<Object>> domain = above.isPresent()
                ? List.of(Clause.of("name", "=", name), Clause.of("parent", "=", above.get()))
                : List.of(Clause.of("name", "=", name), Clause.none("parent"));
        return tryton.search(Query.of(Category.MODEL, domain, 1, List.of("name"))).stream()
                .map(row -> row.id())
                .findFirst();
    }
}
