package io.switchboard.connector.event;

import io.switchboard.connector.Audience;
import io.switchboard.connector.DataClass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that happened, as it is told (CloudEvents 1.0.2). Immutable.
 *
 * <p>An event says little: what it is about, and what has become of it. Whoever wants to know more calls the operation that tells it. The
 * hub adds the rest: {@code id}, {@code source}, {@code specversion}, the place in the order of events; and it decides who hears of it,
 * by scope, audience and customer, and masks what is personal, as for answers.
 */
public final class Event {
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9]*\\.v[1-9][0-9]?(\\.[a-z][a-z0-9]*)+");
    private static final Pattern SCOPE = Pattern.compile("[a-z][a-z0-9]*\\.[a-z][a-z0-9]*");
    private static final int MOST_NAME = 100;
    private static final int MOST_TEXT = 200;
    private static final int MOST_MEMBERS = 50;
    private static final int MOST_CHARACTERS = 20_000;

    private final String type;
    private final String scope;
    private final Audience audience;
    private final Optional<String> customer;
    private final Optional<String> subject;
    private final Optional<Instant> time;
    private final Optional<String> key;
    private final List<EventMember> data;

    private Event(Builder builder) {
        type = builder.type;
        scope = builder.scope;
        audience = builder.audience;
        customer = builder.customer;
        subject = builder.subject;
        time = builder.time;
        key = builder.key;
        data = List.copyOf(builder.data);
    }

    /**
     * Begins an event; about nobody, unless it is said.
     *
     * @param type what happened: connector, major version and words for it, as operations are named: {@code ticket.v1.status.changed}; at
     *     most 100 characters
     * @param scope the scope by which callers could read what it is about; who does not have it, does not hear of it
     * @throws IllegalArgumentException where one of them is not as described
     */
    public static Builder builder(String type, String scope) {
        return new Builder(type, scope);
    }

    /** What happened. */
    public String type() {
        return type;
    }

    /** The scope that it takes to hear of it. */
    public String scope() {
        return scope;
    }

    /** Who may hear of it: the customer, staff, or everybody with the scope. */
    public Audience audience() {
        return audience;
    }

    /** The customer it is about; always there for {@link Audience#CUSTOMER}, never for {@link Audience#PUBLIC}. */
    public Optional<String> customer() {
        return customer;
    }

    /** The id of what it is about, as callers know it. */
    public Optional<String> subject() {
        return subject;
    }

    /** When it happened; empty: when it is told. */
    public Optional<Instant> time() {
        return time;
    }

    /** By what it is recognised when it is told again; empty: it is told once. */
    public Optional<String> key() {
        return key;
    }

    /** What it says, in this order; unmodifiable. */
    public List<EventMember> data() {
        return data;
    }

    /** Its type alone: the rest may be personal data. */
    @Override
    public String toString() {
        return type;
    }

    /** Puts an event together. Not for several threads. */
    public static final class Builder {
        private final String type;
        private final String scope;
        private Audience audience = Audience.PUBLIC;
        private Optional<String> customer = Optional.empty();
        private Optional<String> subject = Optional.empty();
        private Optional<Instant> time = Optional.empty();
        private Optional<String> key = Optional.empty();
        private final List<EventMember> data = new ArrayList<>();

        private Builder(String type, String scope) {
            if (type.length() > MOST_NAME || !TYPE.matcher(type).matches()) {
                throw new IllegalArgumentException("not a type such as ticket.v1.status.changed: " + type);
            }
            if (scope.length() > MOST_NAME || !SCOPE.matcher(scope).matches()) {
                throw new IllegalArgumentException("not a scope such as ticket.read: " + scope);
            }
            this.type = type;
            this.scope = scope;
        }

        /** It is about this customer, who may hear of it. */
        public Builder about(String customerId) {
            audience = Audience.CUSTOMER;
            customer = Optional.of(bounded("customer", customerId, MOST_NAME));
            return this;
        }

        /** It is about this customer, and for staff alone. */
        public Builder forStaffAbout(String customerId) {
            about(customerId);
            audience = Audience.STAFF;
            return this;
        }

        /** It is about no customer, and for staff alone. */
        public Builder forStaff() {
            audience = Audience.STAFF;
            customer = Optional.empty();
            return this;
        }

        /** The id of what it is about, as callers know it, such as {@code redmine~123}; at most 200 characters. */
        public Builder subject(String id) {
            subject = Optional.of(bounded("subject", id, MOST_TEXT));
            return this;
        }

        /** When it happened, where that was before it is told. */
        public Builder at(Instant instant) {
            time = Optional.of(instant);
            return this;
        }

        /**
         * By what this bundle recognises it: of all events with one key, the first is told, for as long as the hub keeps events. The id of
         * the remote system's journal, with the instance before it where there are several: {@code redmine~journal~77}. At most 200
         * characters.
         */
        public Builder key(String id) {
            key = Optional.of(bounded("key", id, MOST_TEXT));
            return this;
        }

        /** Says something; an id, a state, nothing personal. */
        public Builder with(String name, String text) {
            return add(new EventMember(name, EventMember.Kind.TEXT, text, Optional.empty(), false));
        }

        /** Says something by the name of a constant. */
        public Builder with(String name, Enum<?> constant) {
            return with(name, constant.name());
        }

        /** Says something by a whole number. */
        public Builder with(String name, int number) {
            return add(
                    new EventMember(name, EventMember.Kind.NUMBER, Integer.toString(number), Optional.empty(), false));
        }

        /** Says whether something is so. */
        public Builder with(String name, boolean is) {
            return add(new EventMember(name, EventMember.Kind.BOOLEAN, Boolean.toString(is), Optional.empty(), false));
        }

        /** Says something by a time. */
        public Builder with(String name, Instant instant) {
            return with(name, instant.toString());
        }

        /** Says something by a decimal; text on the wire, as in answers. */
        public Builder with(String name, BigDecimal decimal) {
            return with(name, decimal.toPlainString());
        }

        /** Says something personal, that is masked for who hears of it. */
        public Builder sensitive(String name, DataClass dataClass, String text) {
            return add(new EventMember(name, EventMember.Kind.TEXT, text, Optional.of(dataClass), false));
        }

        /** Says something in the words of a customer; they are cleaned and scanned, as in answers. */
        public Builder untrusted(String name, String text) {
            return add(new EventMember(name, EventMember.Kind.TEXT, text, Optional.empty(), true));
        }

        /**
         * The event.
         *
         * @throws IllegalArgumentException where it says more than 50 things, one of them twice, or more than 20,000 characters in all
         */
        public Event build() {
            long characters =
                    data.stream().mapToLong(each -> each.text().length()).sum();
            long names = data.stream().map(EventMember::name).distinct().count();
            if (data.size() > MOST_MEMBERS || characters > MOST_CHARACTERS || names < data.size()) {
                throw new IllegalArgumentException(
                        "an event says at most 50 things, each once, in at most 20,000 characters: " + type);
            }
            return new Event(this);
        }

        private Builder add(EventMember member) {
            data.add(member);
            return this;
        }

        private static String bounded(String what, String text, int most) {
            Objects.requireNonNull(text, what);
            if (text.isEmpty() || text.length() > most || text.indexOf('\u0000') >= 0) {
                throw new IllegalArgumentException(what + " has 1 to " + most + " characters");
            }
            return text;
        }
    }
}
