package io.switchboard.ticket.redmine.internal.trail;

import io.switchboard.ticket.redmine.internal.api.Detail;
import io.switchboard.ticket.redmine.internal.api.Journal;
import io.switchboard.ticket.redmine.internal.reference.Numbers;
import io.switchboard.ticket.redmine.internal.reference.Reference;
import io.switchboard.ticket.redmine.internal.settings.Keeping;
import io.switchboard.ticket.spi.HistoryField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What of a ticket changed in a journal; all else that changes in Redmine is not ours. Immutable. */
final class Changes {
    private static final String SET = "1";

    private final Reference reference;

    Changes(Reference reference) {
        this.reference = reference;
    }

    record Change(HistoryField field, Optional<String> from, Optional<String> to) {}

    /** The changes, in the order of {@link HistoryField}; those between states that read as one are none. */
    List<Change> of(Journal journal) {
        List<Change> changes = new ArrayList<>();
        for (Detail each : journal.details()) {
            change(each).filter(change -> !change.from().equals(change.to())).ifPresent(changes::add);
        }
        changes.sort(Comparator.comparing(Change::field));
        return changes;
    }

    private Optional<Change> change(Detail detail) {
        if (detail.isOf("status_id")) {
            return Optional.of(numbered(HistoryField.STATUS, detail, reference.statuses()));
        }
        if (detail.isOf("priority_id")) {
            return Optional.of(numbered(HistoryField.PRIORITY, detail, reference.priorities()));
        }
        if (isOf(detail, Keeping.FLAG)) {
            return Optional.of(new Change(HistoryField.FLAG, flag(detail.before()), flag(detail.after())));
        }
        if (isOf(detail, Keeping.DEPARTMENT)) {
            return Optional.of(new Change(HistoryField.DEPARTMENT, detail.before(), detail.after()));
        }
        return isOf(detail, Keeping.DUE)
                ? Optional.of(new Change(HistoryField.DUE, detail.before(), detail.after()))
                : Optional.empty();
    }

    private boolean isOf(Detail detail, Keeping keeping) {
        return reference.field(keeping).filter(detail::isOf).isPresent();
    }

    private static Change numbered(HistoryField field, Detail detail, Numbers<?> numbers) {
        return new Change(field, name(detail.before(), numbers), name(detail.after(), numbers));
    }

    private static Optional<String> name(Optional<String> number, Numbers<?> numbers) {
        return number.map(text -> text.matches("[0-9]{1,9}")
                ? numbers.read(Long.parseLong(text)).map(Enum::name).orElse("#" + text)
                : text);
    }

    private static Optional<String> flag(Optional<String> value) {
        return Optional.of(Boolean.toString(value.equals(Optional.of(SET))));
    }
}
