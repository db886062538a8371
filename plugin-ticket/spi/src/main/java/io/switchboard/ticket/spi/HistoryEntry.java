package io.switchboard.ticket.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One change of one ticket. Immutable; made by {@link #builder}.
 *
 * @param id the backend's own id of the entry
 * @param customerId the customer whose ticket it is, as read from the ticket
 * @param field what changed
 * @param from what it was; empty where it was nothing
 * @param to what it became; empty where it became nothing
 * @param by who did it: a client, {@code client/employee}, or as the backend names people
 * @param note why, for employees; empty where nobody said
 * @param correlationId the act it belongs to; empty for what was not done through the hub
 * @param at when
 */
public record HistoryEntry(
        String id,
        String customerId,
        HistoryField field,
        Optional<String> from,
        Optional<String> to,
        String by,
        Optional<String> note,
        Optional<String> correlationId,
        Instant at) {
    /** Refuses nulls. */
    public HistoryEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(correlationId, "correlationId");
        Objects.requireNonNull(at, "at");
    }

    /** Begins one; the builder stays when components are added. */
    public static Builder builder(String id, String customerId, HistoryField field, Instant at) {
        return new Builder(id, customerId, field, at);
    }

    /** Collects the components. Not safe for use from several threads. */
    public static final class Builder {
        private final String id;
        private final String customerId;
        private final HistoryField field;
        private final Instant at;
        private Optional<String> from = Optional.empty();
        private Optional<String> to = Optional.empty();
        private String by = "";
        private Optional<String> note = Optional.empty();
        private Optional<String> correlationId = Optional.empty();

        private Builder(String id, String customerId, HistoryField field, Instant at) {
            this.id = id;
            this.customerId = customerId;
            this.field = field;
            this.at = at;
        }

        /** Sets what it was and what it became. */
        public Builder change(Optional<String> before, Optional<String> after) {
            from = before;
            to = after;
            return this;
        }

        /** Sets who did it. */
        public Builder by(String value) {
            by = value;
            return this;
        }

        /** Sets why. */
        public Builder note(Optional<String> value) {
            note = value;
            return this;
        }

        /** Sets the act it belongs to. */
        public Builder correlationId(Optional<String> value) {
            correlationId = value;
            return this;
        }

        /** Makes the entry. */
        public HistoryEntry build() {
            return new HistoryEntry(id, customerId, field, from, to, by, note, correlationId, at);
        }
    }
}
