package io.switchboard.crm.observations;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.crm.spi.Customer;
import io.switchboard.crm.spi.CustomerBackend;
import io.switchboard.crm.spi.Observation;
import io.switchboard.crm.spi.Topic;
import io.switchboard.crm.spi.Trait;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that a customer shows, in the order it came to light. Immutable.
 *
 * @param facts one for each topic
 */
public record Facts(List<Fact> facts) {
    /** How many tags, how many preferences and how many needs a customer shows at most. */
    public static final int MOST = 50;

    /** Of a customer who shows nothing. */
    public static final Facts NONE = new Facts(List.of());

    /** Copies the list. */
    public Facts {
        facts = List.copyOf(facts);
    }

    /** Reads what {@link #text} wrote. */
    public static Facts parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        List<Fact> facts = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            facts.add(Fact.parse(text, from, to));
            from = to + 1;
        }
        return new Facts(facts);
    }

    /** What a customer of the demo shows; tags are as sure as can be. */
    public static Facts of(Customer customer, Instant now) {
        List<Fact> facts = new ArrayList<>();
        for (String tag : customer.tags()) {
            facts.add(new Fact(new Topic(Topic.Kind.TAG, tag), "", BigDecimal.ONE, now));
        }
        for (Trait trait : customer.preferences()) {
            facts.add(fact(Topic.Kind.PREFERENCE, trait));
        }
        for (Trait trait : customer.needs()) {
            facts.add(fact(Topic.Kind.NEED, trait));
        }
        return new Facts(facts);
    }

    /** These as a text for a column. */
    public String text() {
        StringBuilder out = new StringBuilder();
        for (Fact fact : facts) {
            if (!out.isEmpty()) {
                out.append('\n');
            }
            fact.write(out);
        }
        return out.toString();
    }

    /** The names of the tags. */
    public List<String> tags() {
        List<String> tags = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact.topic().kind() == Topic.Kind.TAG) {
                tags.add(fact.topic().name());
            }
        }
        return tags;
    }

    /** The preferences, or the needs. */
    public List<Trait> traits(Topic.Kind kind) {
        List<Trait> traits = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact.topic().kind() == kind) {
                traits.add(fact.trait());
            }
        }
        return traits;
    }

    /** These after an observation; empty where it changes nothing. */
    public Optional<Facts> after(Observation observation) {
        int present = indexOf(observation.topic());
        if (present >= 0 && !observation.outweighs(facts.get(present).confidence())) {
            return Optional.empty();
        }
        List<Fact> changed = new ArrayList<>(facts);
        if (observation.value().isEmpty()) {
            if (present < 0) {
                return Optional.empty();
            }
            changed.remove(present);
        } else if (present < 0) {
            refuseTooMany(observation.topic().kind());
            changed.add(fact(observation, observation.value().get()));
        } else {
            changed.set(present, fact(observation, observation.value().get()));
        }
        return Optional.of(new Facts(changed));
    }

    /**
     * These, with exactly such tags: those of another system, which are as sure as can be unless something less was observed here.
     */
    public Facts withTags(Collection<String> names) {
        Set<String> missing = new LinkedHashSet<>(names);
        List<Fact> changed = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact.topic().kind() != Topic.Kind.TAG
                    || missing.remove(fact.topic().name())) {
                changed.add(fact);
            }
        }
        for (String name : missing) {
            changed.add(new Fact(new Topic(Topic.Kind.TAG, name), "", BigDecimal.ONE, Instant.EPOCH));
        }
        return new Facts(changed);
    }

    private int indexOf(Topic topic) {
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i).topic().equals(topic)) {
                return i;
            }
        }
        return -1;
    }

    private void refuseTooMany(Topic.Kind kind) {
        if (facts.stream().filter(fact -> fact.topic().kind() == kind).count() >= MOST) {
            throw ConnectorException.of(ErrorCode.LIMIT_EXCEEDED, CustomerBackend.TOO_MANY);
        }
    }

    private static Fact fact(Topic.Kind kind, Trait trait) {
        return new Fact(new Topic(kind, trait.name()), trait.value(), trait.confidence(), trait.observedAt());
    }

    private static Fact fact(Observation observation, String value) {
        return new Fact(
                observation.topic(),
                value,
                observation.confidence(),
                observation.at().truncatedTo(ChronoUnit.MILLIS));
    }
}
