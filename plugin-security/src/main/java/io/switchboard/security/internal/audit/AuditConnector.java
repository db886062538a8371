package io.switchboard.security.internal.audit;

import static io.switchboard.connector.Audience.STAFF;
import static io.switchboard.connector.Effect.DESTRUCTIVE;
import static io.switchboard.connector.Effect.READ;
import static io.switchboard.connector.ErrorCode.INVALID_ARGUMENTS;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Describe;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Fails;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.Probe;
import io.switchboard.connector.ProbeResult;
import io.switchboard.core.audit.AuditFilter;
import io.switchboard.core.audit.AuditPosition;
import io.switchboard.core.audit.AuditSearch;
import io.switchboard.core.audit.AuditTrail;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers auditors from the audit, and erases customers from it. */
@ConnectorType(id = "audit", version = 1, title = "Audit", zh = "审计")
@Describe(
        en =
                "Who called what, as which agent, for which customer, with what result; and the erasure of a customer from the records.",
        zh = "查询谁以何代理身份、为哪位客户、调用了什么及其结果；并可从审计记录中抹除客户。")
@Component(service = Connector.class)
public final class AuditConnector implements Connector {
    static final String EMPTY = "period";
    private static final String READING = "audit.read";
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final AuditTrail trail;
    private final Erasures erasures;
    private final Clock clock;

    /** Called by the framework. */
    @Activate
    public AuditConnector(@Reference AuditTrail trail, @Reference Erasures erasures) {
        this(trail, erasures, Clock.systemUTC());
    }

    AuditConnector(AuditTrail trail, Erasures erasures, Clock clock) {
        this.trail = trail;
        this.erasures = erasures;
        this.clock = clock;
    }

    @Operation(id = "record.search", http = "POST /records/search", effect = READ, audience = STAFF, scope = READING)
    @Describe(
            en =
                    "Records of calls in a period, oldest first, by what is known of them. A page may have few rows or none and still be"
                            + " followed by another: go on while there is a next one.",
            zh = "按条件查询一段时间内的调用记录，由旧到新。一页可能行数很少甚至为空但仍有下一页，请持续翻页直至没有下一页。")
    @Fails(code = INVALID_ARGUMENTS, reason = EMPTY, en = "The period ends before it begins.", zh = "截止时间不晚于起始时间。")
    Page<AuditRow> search(SearchRecords input) {
        return page(input.filter(clock.instant()), input.page());
    }

    @Operation(
            id = "customer.records",
            http = "GET /customers/{customerId}/records",
            effect = READ,
            audience = STAFF,
            scope = READING)
    @Describe(
            en =
                    "Records of calls about one customer in a period, oldest first. A page may have few rows or none and still be followed by"
                            + " another: go on while there is a next one.",
            zh = "查询一段时间内有关某位客户的调用记录，由旧到新。一页可能行数很少甚至为空但仍有下一页，请持续翻页直至没有下一页。")
    @Fails(code = INVALID_ARGUMENTS, reason = EMPTY, en = "The period ends before it begins.", zh = "截止时间不晚于起始时间。")
    Page<AuditRow> about(CustomerRecords input) {
        return page(input.filter(clock.instant()), input.page());
    }

    private Page<AuditRow> page(AuditFilter filter, PageRequest page) {
        Optional<AuditPosition> from = page.cursor().map(AuditConnector::position);
        try {
            AuditSearch.Part part = AuditSearch.of(trail, filter, from, page.limit(), LONGEST);
            return Page.of(
                    part.found().stream().map(AuditRow::of).toList(),
                    part.next().map(next -> next.segment() + "." + next.offset()));
        } catch (IOException e) {
            throw ConnectorException.of(ErrorCode.BACKEND_FAILED).causedBy(e);
        }
    }

    private static AuditPosition position(String cursor) {
        try {
            int dot = cursor.indexOf('.');
            return new AuditPosition(
                    Long.parseLong(cursor, 0, Math.max(0, dot), 10), Long.parseLong(cursor.substring(dot + 1)));
        } catch (NumberFormatException e) {
            throw ConnectorException.of(INVALID_ARGUMENTS).at("cursor");
        }
    }

    @Operation(
            id = "customer.erase",
            http = "POST /erasures",
            effect = DESTRUCTIVE,
            audience = STAFF,
            scope = "audit.erase",
            deadline = "PT1M")
    @Describe(
            en =
                    "Makes the audit forget whom its records about a customer are about, for good. The records stay, and so does the proof"
                            + " that none was changed. Erase the customer in the systems behind first.",
            zh = "永久抹除审计记录中有关某位客户的身份信息。记录本身以及其未被更改的证明均予保留。请先在后端系统中删除该客户。")
    Erased erase(EraseCustomer input, CallContext call) {
        try {
            return new Erased(erasures.erase(input.customerId(), call.correlationId()));
        } catch (IOException e) {
            // Doing it twice does no harm, so it may be sent again.
            throw ConnectorException.of(ErrorCode.BUSY).causedBy(e);
        }
    }

    @Probe("customer.erase")
    ProbeResult<Erased> erased(EraseCustomer input, CallContext call) {
        try {
            int keys = erasures.erasedBy(call.correlationId());
            // Nothing to be found may mean that there was nothing to erase; then it is done again, in vain.
            return keys > 0 ? ProbeResult.done(new Erased(keys)) : ProbeResult.notDone();
        } catch (IOException e) {
            return ProbeResult.unknown();
        }
    }
}
