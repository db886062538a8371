package io.switchboard.ticket.redmine.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.ticket.redmine.internal.api.Issue;
import io.switchboard.ticket.redmine.internal.api.IssueFilter;
import io.switchboard.ticket.redmine.internal.api.IssuePage;
import io.switchboard.ticket.redmine.internal.api.Issues;
import io.switchboard.ticket.redmine.internal.reference.Reference;
import io.switchboard.ticket.redmine.internal.settings.Keeping;
import io.switchboard.ticket.spi.Ticket;
import io.switchboard.ticket.spi.TicketKind;
import io.switchboard.ticket.spi.TicketQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds issues. Redmine is asked to filter, and every row is looked at again: a filter that it does not know it ignores, and gives
 * everybody's. Rows that show that it did fail the whole question, since what is missing from them cannot be told from what is not there.
 */
final class Listing {
    private static final Logger LOG = LoggerFactory.getLogger(Listing.class);
    /** More questions than a page of the largest size takes; then the page stays short and has another behind it. */
    private static final int MOST_QUESTIONS = 10;

    private final Reference reference;
    private final Issues issues;
    private final TicketReader reader;

    Listing(Reference reference, Issues issues) {
        this.reference = reference;
        this.issues = issues;
        reader = new TicketReader(reference);
    }

    /** The issue that an act made for a customer; the first, should there be two. */
    Optional<Issue> created(String customerId, String correlationId) {
        long field = reference.needed(Keeping.CORRELATION);
        IssueFilter filter = new IssueFilter(reference.project()).field(field, correlationId);
        List<Issue> rows = issues.search(filter, IssuePage.MOST, 0).issues();
        for (Issue each : rows) {
            requireFiltered(each.field(field), correlationId, Keeping.CORRELATION);
        }
        return rows.stream()
                .filter(each -> each.field(field).equals(correlationId) && reader.isOf(each, customerId))
                .reduce((newer, older) -> older);
    }

    Page<Ticket> page(TicketQuery query) {
        Optional<Long> last = Cursors.ofNumber(query.page());
        if (!isPossible(query)) {
            return Page.empty();
        }
        int wanted = query.page().limit() + 1;
        List<Ticket> found = new ArrayList<>();
        for (int questions = 0; questions < MOST_QUESTIONS; questions++) {
            List<Issue> rows = issues.search(filter(query, last), Math.min(IssuePage.MOST, wanted), 0)
                    .issues();
            for (Issue each : rows) {
                requireFiltered(reference.value(each, Keeping.CUSTOMER), query.customerId(), Keeping.CUSTOMER);
                if (reader.isOf(each, query.customerId())) {
                    Optional.of(reader.read(each))
                            .filter(ticket -> fits(ticket, query))
                            .ifPresent(found::add);
                }
                last = Optional.of(each.id());
            }
            if (found.size() >= wanted) {
                List<Ticket> items = found.subList(0, wanted - 1);
                return Page.of(items, Optional.of(items.get(items.size() - 1).id()));
            }
            if (rows.size() < Math.min(IssuePage.MOST, wanted)) {
                return Page.last(found);
            }
        }
        return Page.of(found, last.map(String::valueOf));
    }

    private IssueFilter filter(TicketQuery query, Optional<Long> last) {
        IssueFilter filter = new IssueFilter(reference.project())
                .field(reference.needed(Keeping.CUSTOMER), query.customerId())
                .created(query.from(), query.before());
        if (!query.statuses().isEmpty()) {
            filter.statuses(reference.numbers(query.statuses()));
        }
        reference
                .field(Keeping.KIND)
                .filter(field -> !query.kinds().isEmpty() && !query.kinds().contains(TicketKind.OTHER))
                .ifPresent(field -> filter.field(
                        field, query.kinds().stream().map(Enum::name).toList()));
        last.ifPresent(id -> filter.upTo(id - 1));
        return filter;
    }

    /** Where kinds are not kept, all tickets are of none of the others. */
    private boolean isPossible(TicketQuery query) {
        Set<TicketKind> kinds = query.kinds();
        return kinds.isEmpty() || reference.field(Keeping.KIND).isPresent() || kinds.contains(TicketKind.OTHER);
    }

    private static boolean fits(Ticket ticket, TicketQuery query) {
        return (query.statuses().isEmpty() || query.statuses().contains(ticket.status()))
                && (query.kinds().isEmpty() || query.kinds().contains(ticket.kind()))
                && query.from().map(from -> !ticket.createdAt().isBefore(from)).orElse(true)
                && query.before()
                        .map(before -> ticket.createdAt().isBefore(before))
                        .orElse(true);
    }

    /** A database may not tell capitals from small letters; any other row shows that the filter did not count. */
    private static void requireFiltered(String value, String wanted, Keeping keeping) {
        if (!value.equalsIgnoreCase(wanted)) {
            LOG.error(
                    "Redmine ignored the filter on the field of {}, and gave others' issues. Is it still \"Used as a"
                            + " filter\"?",
                    keeping.key());
            throw ConnectorException.of(ErrorCode.NOT_READY);
        }
    }
}
