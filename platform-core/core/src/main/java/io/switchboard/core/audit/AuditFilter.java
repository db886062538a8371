package io.switchboard.core.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which records are looked for: those that fit everything it names. Immutable. */
public final class AuditFilter implements Predicate<AuditRecord> {
    /** A call's record is written when it ends, and no call lasts as long as that. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(15);

    /** The texts of a record by which it can be looked for. */
    public enum Field {
        /** The client's id. */
        PRINCIPAL(AuditRecord::principal),
        /** The employee at the client. */
        USER(AuditRecord::user),
        /** The agent that acted. */
        ACTOR(AuditRecord::actor),
        /** The customer; one who was erased is not found. */
        CUSTOMER(AuditRecord::customer),
        /** The conversation; that of a customer who was erased is not found. */
        CONVERSATION(AuditRecord::conversation),
        /** How it came. */
        TRANSPORT(AuditRecord::transport),
        /** The canonical name. */
        OPERATION(AuditRecord::operation),
        /** The trace's id. */
        TRACE(AuditRecord::traceId),
        /** The call's id. */
        CALL(AuditRecord::callId),
        /** Why a person should look at it. */
        ALARM(AuditRecord::alarm);

        // Method references of a record; there is no type that says that they are immutable.
        @SuppressWarnings("ImmutableEnumChecker")
        private final Function<AuditRecord, String> value;

        Field(Function<AuditRecord, String> value) {
            this.value = value;
        }
    }

    private final Instant from;
    private final Instant to;
    private final Map<Field, String> texts;
    private final @Nullable Integer code;

    private AuditFilter(Instant from, Instant to, Map<Field, String> texts, @Nullable Integer code) {
        this.from = from;
        this.to = to;
        this.texts = texts;
        this.code = code;
    }

    /** All calls that began at a time or later, and before another. */
    public static AuditFilter between(Instant from, Instant to) {
        return new AuditFilter(from, to, Map.of(), null);
    }

    /** Of these, those with a text; all of them where it is empty. */
    public AuditFilter where(Field field, Optional<String> value) {
        if (value.isEmpty()) {
            return this;
        }
        Map<Field, String> more = new EnumMap<>(Field.class);
        more.putAll(texts);
        more.put(field, value.get());
        return new AuditFilter(from, to, more, code);
    }

    /** Of these, those with a code of the catalogue, 0 for success; all of them where it is empty. */
    public AuditFilter code(Optional<Integer> number) {
        return number.isEmpty() ? this : new AuditFilter(from, to, texts, number.get());
    }

    /** From when on. */
    public Instant from() {
        return from;
    }

    @Override
    public boolean test(AuditRecord entry) {
        if (entry.time().isBefore(from) || !entry.time().isBefore(to) || (code != null && code != entry.code())) {
            return false;
        }
        for (Map.Entry<Field, String> each : texts.entrySet()) {
            if (!each.getKey().value.apply(entry).equals(each.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Whether no record behind this one can fit. */
    public boolean isPast(AuditRecord entry) {
        return entry.time().minus(LONGEST_CALL).isAfter(to);
    }
}
