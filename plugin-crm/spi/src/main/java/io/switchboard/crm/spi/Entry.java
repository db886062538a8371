package io.switchboard.crm.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One contact with a customer, or one complaint. Immutable; made by {@link #builder}.
 *
 * @param id the backend's own id, without the instance; at most 100 characters
 * @param customerId the customer it is of, as read from the row
 * @param kind what it is
 * @param at when it was
 * @param channel the way it came by, such as {@code phone} or {@code wechat}; empty text where the CRM does not say
 * @param subject one line
 * @param text what was said; empty text where nobody wrote it down
 * @param status where a complaint stands, in the CRM's words; empty where there is no such thing
 */
public record Entry(
        String id,
        String customerId,
        EntryKind kind,
        Instant at,
        String channel,
        String subject,
        String text,
        Optional<String> status) {
    /** Refuses nulls. */
    public Entry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(status, "status");
    }

    /** Begins one by what every entry has; the builder stays when components are added. */
    public static Builder builder(String id, String customerId, EntryKind kind, Instant at) {
        return new Builder(id, customerId, kind, at);
    }

    /** Collects the components. Not safe for use from several threads. */
    public static final class Builder {
        private final String id;
        private final String customerId;
        private final EntryKind kind;
        private final Instant at;
        private String channel = "";
        private String subject = "";
        private String text = "";
        private Optional<String> status = Optional.empty();

        private Builder(String id, String customerId, EntryKind kind, Instant at) {
            this.id = id;
            this.customerId = customerId;
            this.kind = kind;
            this.at = at;
        }

        /** Sets the way it came by. */
        public Builder channel(String value) {
            channel = value;
            return this;
        }

        /** Sets the one line. */
        public Builder subject(String value) {
            subject = value;
            return this;
        }

        /** Sets what was said. */
        public Builder text(String value) {
            text = value;
            return this;
        }

        /** Sets where it stands. */
        public Builder status(Optional<String> value) {
            status = value;
            return this;
        }

        /** Makes the entry. */
        public Entry build() {
            return new Entry(id, customerId, kind, at, channel, subject, text, status);
        }
    }
}
