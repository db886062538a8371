package io.switchboard.ticket.redmine.internal.reference;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Redmine's numbers for the constants of one of our types. Immutable.
 *
 * @param <E> the type
 * @param write the number that a constant is written as
 * @param read the constant that a number is read as; several may be read as one
 */
public record Numbers<E extends Enum<E>>(Map<E, Long> write, Map<Long, E> read) {
    /** Copies the maps. */
    public Numbers {
        write = Map.copyOf(write);
        read = Map.copyOf(read);
    }

    /** The number that stands for a constant. */
    public long of(E constant) {
        return Optional.ofNullable(write.get(constant)).orElseThrow();
    }

    /** The constant that a number stands for; empty where nobody said. */
    public Optional<E> read(long number) {
        return Optional.ofNullable(read.get(number));
    }

    Set<Long> all(Set<E> wanted) {
        return read.entrySet().stream()
                .filter(each -> wanted.contains(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
