package io.switchboard.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements and their values. */
class SqlTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private enum Colour {
        RED
    }

    private record Act(
            String name,
            Optional<String> colour,
            Optional<Instant> at,
            BigDecimal amount,
            LocalDate day,
            boolean done) {}

    private TestStore store;
    private Transactions transactions;

    @BeforeEach
    void open() throws SQLException {
        store = new TestStore(2);
        transactions = new Transactions(store.source());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private long insert(Act act, Object colour) {
        return transactions.write(connection -> new Sql(
                        "insert into act (name, colour, done_at, amount, done_on, done) values (?, ?, ?, ?, ?, ?)")
                .value(act.name())
                .value(colour)
                .value(act.at())
                .value(act.amount())
                .value(act.day())
                .value(act.done())
                .insert(connection));
    }

    private static Act read(ResultSet row) throws SQLException {
        return new Act(
                row.getString("name"),
                Optional.ofNullable(row.getString("colour")),
                Sql.optionalInstant(row, "done_at"),
                row.getBigDecimal("amount"),
                row.getObject("done_on", LocalDate.class),
                row.getBoolean("done"));
    }

    private Optional<Act> find(long id) {
        return transactions.read(connection ->
                new Sql("select * from act").add("where id = ?", id).first(connection, SqlTest::read));
    }

    @Test
    void valuesOfAllKindsComeBackAsTheyWent() {
        Act whole = new Act("a", Optional.of("RED"), Optional.of(NOON), new BigDecimal("12.50"), DAY, true);
        assertEquals(Optional.of(whole), find(insert(whole, Colour.RED)));
        Act bare = new Act("b", Optional.empty(), Optional.empty(), new BigDecimal("0.00"), DAY, false);
        assertEquals(Optional.of(bare), find(insert(bare, Optional.empty())));
    }

    @Test
    void whatIsInAnOptionalIsTakenAsTheValueItself() {
        Act act = new Act("a", Optional.of("RED"), Optional.of(NOON), new BigDecimal("1.00"), DAY, true);
        assertEquals(Optional.of(act), find(insert(act, Optional.of(Colour.RED))));
        assertEquals(
                Optional.of(NOON),
                transactions.read(connection -> new Sql("select done_at from act where done_at = ?")
                        .value(Optional.of(NOON))
                        .first(connection, row -> Sql.instant(row, "done_at"))));
    }

    @Test
    void keysThatTheDatabaseChoseDiffer() {
        Act act = new Act("a", Optional.empty(), Optional.empty(), BigDecimal.ONE, DAY, true);
        Act other = new Act("b", Optional.empty(), Optional.empty(), BigDecimal.ONE, DAY, true);
        assertTrue(insert(act, Optional.empty()) < insert(other, Optional.empty()));
    }

    @Test
    void valuesAreNeverPartOfTheStatement() {
        Act sly = new Act("'); drop table act", Optional.empty(), Optional.empty(), BigDecimal.ONE, DAY, true);
        insert(sly, "' or '1' = '1");
        assertEquals(
                List.of(sly.name()),
                transactions.read(connection -> new Sql("select name from act where colour = ?")
                        .value("' or '1' = '1")
                        .list(connection, row -> row.getString(1))));
    }

    @Test
    void rowsComeInTheOrderOfTheStatement() {
        for (String name : List.of("b", "c", "a")) {
            insert(new Act(name, Optional.empty(), Optional.empty(), BigDecimal.ONE, DAY, true), Optional.empty());
        }
        assertEquals(
                List.of("c", "b"),
                transactions.read(connection -> new Sql("select name from act where name <> ?")
                        .value("a")
                        .add("order by name desc fetch first ? rows only", 2)
                        .list(connection, row -> row.getString(1))));
        int changed = transactions.write(connection -> new Sql("update act set done = false").update(connection));
        assertEquals(3, changed);
        assertEquals(Optional.empty(), find(-1));
    }
}
