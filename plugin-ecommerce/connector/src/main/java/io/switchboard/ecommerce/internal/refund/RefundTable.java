package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.Money;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements on refunds and their lines. */
final class RefundTable {
    private static final String SELECT = "select * from refund where ";
    /** Whoever commits goes on at once; others do only where nothing comes of that. */
    private static final Duration HEAD_START = Duration.ofSeconds(5);

    private RefundTable() {}

    static void insertQuote(Connection connection, String id, Offer offer, Instant now, Instant expires)
            throws SQLException {
        new Sql("insert into refund (id, customer_id, shop, order_id, order_number, reason, rule, goods_back, currency,"
                        + " amount, fee, return_id, state, created_at, expires_at, since, next_at, attempts)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")
                .value(id)
                .value(offer.customerId())
                .value(offer.shop())
                .value(offer.orderId())
                .value(offer.orderNumber())
                .value(offer.reason())
                .value(offer.terms().rule())
                .value(offer.terms().goodsBack())
                .value(offer.amount().currency())
                .value(offer.amount().amount())
                .value(offer.fee().amount())
                .value(offer.returnId())
                .value(RefundState.QUOTED)
                .value(now)
                .value(expires)
                .value(now)
                .value(now)
                .update(connection);
        for (RefundLine line : offer.lines()) {
            new Sql("insert into refund_line (refund_id, line_id, name, quantity, amount) values (?, ?, ?, ?, ?)")
                    .value(id)
                    .value(line.lineId())
                    .value(line.name())
                    .value(line.quantity())
                    .value(line.amount().amount())
                    .update(connection);
        }
    }

    static Optional<Refund> find(Connection connection, String customerId, String id) throws SQLException {
        return first(
                connection,
                new Sql(SELECT + "customer_id = ? and id = ?").value(customerId).value(id));
    }

    /** The same, and nobody else changes it until the end of the transaction. */
    static Optional<Refund> lock(Connection connection, String customerId, String id) throws SQLException {
        return first(
                connection,
                new Sql(SELECT + "customer_id = ? and id = ? for update")
                        .value(customerId)
                        .value(id));
    }

    static Optional<Refund> findCommitted(Connection connection, String customerId, String correlationId)
            throws SQLException {
        return first(
                connection,
                new Sql(SELECT + "customer_id = ? and correlation_id = ?")
                        .value(customerId)
                        .value(correlationId));
    }

    /** One that is to be gone on with, whoever's it is. */
    static Optional<Refund> find(Connection connection, String id) throws SQLException {
        return first(connection, new Sql(SELECT + "id = ?").value(id));
    }

    static void commit(Connection connection, String id, Act act, Optional<String> conversation, Instant now)
            throws SQLException {
        new Sql(
                        "update refund set state = ?, correlation_id = ?, client = ?, employee = ?, conversation = ?, since = ?,"
                                + " next_at = ? where id = ?")
                .value(RefundState.RUNNING)
                .value(act.correlationId())
                .value(act.client())
                .value(act.user())
                .value(conversation)
                .value(now)
                .value(now.plus(HEAD_START))
                .value(id)
                .update(connection);
    }

    static void setState(Connection connection, String id, RefundState state, Instant now) throws SQLException {
        new Sql("update refund set state = ?, since = ?, next_at = ?, attempts = 0 where id = ?")
                .value(state)
                .value(now)
                .value(now)
                .value(id)
                .update(connection);
    }

    static void postpone(Connection connection, String id, Instant until) throws SQLException {
        new Sql("update refund set next_at = ?, attempts = attempts + 1 where id = ?")
                .value(until)
                .value(id)
                .update(connection);
    }

    static List<String> due(Connection connection, Instant now, int most) throws SQLException {
        return new Sql("select id from refund where state in ('RUNNING', 'UNDOING', 'HANDING') and next_at <= ?")
                .value(now)
                .add("order by next_at fetch first ? rows only", most)
                .list(connection, row -> row.getString("id"));
    }

    /** Those that wait for a person, or will as soon as the ticket is there, the longest first. */
    static Page<Refund> waiting(Connection connection, PageRequest page) throws SQLException {
        Sql sql = new Sql(SELECT + "state in ('HANDED', 'HANDING')");
        page.cursor()
                .map(WaitingCursor::parse)
                .ifPresent(last ->
                        sql.add("and (since > ? or (since = ? and id > ?))", last.since(), last.since(), last.id()));
        List<Refund> rows = all(connection, sql.add("order by since, id fetch first ? rows only", page.limit() + 1));
        if (rows.size() <= page.limit()) {
            return Page.last(rows);
        }
        Refund last = rows.get(page.limit() - 1);
        return Page.of(
                rows.subList(0, page.limit()), Optional.of(new WaitingCursor(last.since(), last.id()).toString()));
    }

    /** Forgets quotes that nobody agreed to; how many. */
    static int forgetQuotes(Connection connection, Instant expiredBefore) throws SQLException {
        String old = "state = 'QUOTED' and expires_at < ?";
        new Sql("delete from refund_line where refund_id in (select id from refund where " + old + ")")
                .value(expiredBefore)
                .update(connection);
        return new Sql("delete from refund where " + old).value(expiredBefore).update(connection);
    }

    private static Optional<Refund> first(Connection connection, Sql sql) throws SQLException {
        return all(connection, sql).stream().findFirst();
    }

    private static List<Refund> all(Connection connection, Sql sql) throws SQLException {
        List<Refund> all = new ArrayList<>();
        for (Refund head : sql.list(connection, RefundTable::head)) {
            all.add(whole(head, lines(connection, head), steps(connection, head.id())));
        }
        return all;
    }

    private static List<RefundLine> lines(Connection connection, Refund head) throws SQLException {
        String currency = head.offer().amount().currency();
        return new Sql("select * from refund_line where refund_id = ? order by line_id")
                .value(head.id())
                .list(
                        connection,
                        row -> new RefundLine(
                                row.getString("line_id"),
                                row.getString("name"),
                                row.getInt("quantity"),
                                new Money(row.getBigDecimal("amount"), currency)));
    }

    private static Map<Step, StepRecord> steps(Connection connection, String id) throws SQLException {
        Map<Step, StepRecord> steps = new EnumMap<>(Step.class);
        new Sql("select * from refund_step where refund_id = ?").value(id).list(connection, row -> {
            StepRecord step = new StepRecord(
                    row.getString("state").equals(StepTable.DONE),
                    Optional.ofNullable(row.getString("result")),
                    Sql.instant(row, "begun_at"));
            return steps.put(Step.valueOf(row.getString("step")), step) == null;
        });
        return steps;
    }

    private static Refund whole(Refund head, List<RefundLine> lines, Map<Step, StepRecord> steps) {
        Offer offer = head.offer();
        return new Refund(
                head.id(),
                new Offer(
                        offer.customerId(),
                        offer.shop(),
                        offer.orderId(),
                        offer.orderNumber(),
                        offer.reason(),
                        offer.terms(),
                        lines,
                        offer.amount(),
                        offer.fee(),
                        offer.returnId()),
                head.state(),
                head.createdAt(),
                head.expiresAt(),
                head.committed(),
                head.conversation(),
                head.since(),
                head.attempts(),
                steps);
    }

    /** What stands in the refund's own row. */
    private static Refund head(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        Offer offer = new Offer(
                row.getString("customer_id"),
                row.getString("shop"),
                row.getString("order_id"),
                row.getString("order_number"),
                RefundReason.valueOf(row.getString("reason")),
                Terms.recorded(row.getString("rule"), row.getBoolean("goods_back")),
                List.of(),
                new Money(row.getBigDecimal("amount"), currency),
                new Money(row.getBigDecimal("fee"), currency),
                Optional.ofNullable(row.getString("return_id")));
        String correlationId = row.getString("correlation_id");
        Optional<Act> committed = correlationId == null
                ? Optional.empty()
                : Optional.of(new Act(
                        correlationId, row.getString("client"), Optional.ofNullable(row.getString("employee"))));
        return new Refund(
                row.getString("id"),
                offer,
                RefundState.valueOf(row.getString("state")),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "expires_at"),
                committed,
                Optional.ofNullable(row.getString("conversation")),
                Sql.instant(row, "since"),
                row.getInt("attempts"),
                Map.of());
    }
}
