package io.switchboard.ticket.redmine.internal.trail;

import io.switchboard.ticket.redmine.internal.api.Journal;
import java.util.Optional;

/**
 * One thing that was done to an issue. Redmine splits it in two journals where it changes something and has private notes.
 *
 * @param journal what changed
 * @param words the journal with the notes, mostly the same; empty where there are none
 * @param deed the hub's act; empty where people did it in Redmine
 * @param change whether the ticket was changed, and not only commented
 */
record Step(Journal journal, Optional<Journal> words, Optional<Deed> deed, boolean change) {
    /** Whether the words are a comment; those that came with a change through the hub say why that was made. */
    boolean isComment() {
        return words.isPresent() && (deed.isEmpty() || !change);
    }

    boolean isOf(String correlationId) {
        return deed.isPresent() && deed.get().correlationId().equals(correlationId);
    }

    /** Who did it: by the hub, its client; else as Redmine names people. */
    String by() {
        return deed.map(Deed::by).orElse(journal.user());
    }
}
