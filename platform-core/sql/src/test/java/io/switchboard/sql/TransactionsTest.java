package io.switchboard.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work on connections, and what its failures are called. */
class TransactionsTest {
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

    private static Integer add(Connection connection, String name) throws SQLException {
        return new Sql("insert into act (name) values (?)").value(name).update(connection);
    }

    private ErrorCode failing() {
        return assertThrows(ConnectorException.class, () -> transactions.write(connection -> add(connection, "b")))
                .code();
    }

    @Test
    void whatIsWrittenIsThereForOthers() {
        assertEquals(Integer.valueOf(1), transactions.write(connection -> add(connection, "a")));
        assertEquals(1, store.rows());
    }

    @Test
    void workThatThrowsLeavesNothing() {
        IllegalStateException thrown = new IllegalStateException("halfway");
        assertSame(
                thrown,
                assertThrows(
                        IllegalStateException.class,
                        () -> transactions.write(connection -> {
                            add(connection, "a");
                            throw thrown;
                        })));
        assertEquals(0, store.rows());
    }

    @Test
    void statementThatFailsLeavesNothing() {
        ConnectorException failure = assertThrows(
                ConnectorException.class,
                () -> transactions.write(connection -> {
                    add(connection, "a");
                    return new Sql("insert into nowhere values (1)").update(connection);
                }));
        assertEquals(ErrorCode.BACKEND_FAILED, failure.code());
        assertTrue(failure.retryAfter().isEmpty());
        assertEquals(0, store.rows());
    }

    @Test
    void workOfAnInterruptedThreadLeavesNothing() {
        ConnectorException failure = assertThrows(
                ConnectorException.class,
                () -> transactions.write(connection -> {
                    int added = add(connection, "a");
                    Thread.currentThread().interrupt();
                    return added;
                }));
        assertTrue(Thread.interrupted());
        assertEquals(ErrorCode.BUSY, failure.code());
        assertEquals(0, store.rows());
    }

    @Test
    void actThatIsThereIsToldApartAndLeavesNothing() {
        transactions.write(connection -> add(connection, "a"));
        assertThrows(
                DuplicateAct.class,
                () -> transactions.write(connection -> {
                    add(connection, "b");
                    return add(connection, "a");
                }));
        assertEquals(1, store.rows());
    }

    @Test
    void rowThatAnotherHoldsForTooLongIsBusy() {
        transactions.write(connection -> add(connection, "a"));
        String change = "update act set colour = 'RED' where name = 'a'";
        ConnectorException failure = transactions.write(connection -> {
            new Sql(change).update(connection);
            return assertThrows(
                    ConnectorException.class, () -> transactions.write(other -> new Sql(change).update(other)));
        });
        assertEquals(ErrorCode.BUSY, failure.code());
        assertEquals(Optional.of(Duration.ofSeconds(1)), failure.retryAfter());
    }

    @Test
    void poolWithoutAFreeConnectionIsBusy() throws SQLException {
        try (TestStore narrow = new TestStore(1)) {
            Transactions one = new Transactions(narrow.source());
            ConnectorException failure = one.read(
                    connection -> assertThrows(ConnectorException.class, () -> one.read(Connection::getCatalog)));
            assertEquals(ErrorCode.BUSY, failure.code());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "08006, BACKEND_UNREACHABLE",
        "57P01, BACKEND_UNREACHABLE",
        "40001, BUSY",
        "40P01, BUSY",
        "55P03, BUSY",
        "HYT00, BUSY",
        "57014, BUSY",
        "42000, BACKEND_FAILED",
        ", BACKEND_FAILED"
    })
    void failuresOfStatementsGoByTheirState(String state, ErrorCode code) {
        store.failures.put("prepareStatement", new SQLException("as told", state));
        assertEquals(code, failing());
        assertEquals(
                code,
                assertThrows(ConnectorException.class, () -> transactions.read(connection -> add(connection, "b")))
                        .code());
    }

    @Test
    void statementThatTookTooLongIsBusy() {
        store.failures.put("prepareStatement", new SQLTimeoutException("as told"));
        assertEquals(ErrorCode.BUSY, failing());
    }

    @Test
    void databaseThatGivesNoConnectionIsUnreachable() {
        store.failures.put("getConnection", new SQLException("as told"));
        assertEquals(ErrorCode.BACKEND_UNREACHABLE, failing());
    }

    @Test
    void waitForAConnectionThatWasInterruptedIsBusy() {
        store.failures.put("getConnection", new SQLException("as told", new InterruptedException()));
        assertEquals(ErrorCode.BUSY, failing());
    }

    @ParameterizedTest
    @CsvSource({"08006, OUTCOME_UNKNOWN", ", OUTCOME_UNKNOWN", "40001, BUSY"})
    void outcomeOfAFailedCommitIsUnknownUnlessTheDatabaseSaysThatItIsUndone(String state, ErrorCode code) {
        store.failures.put("commit", new SQLException("as told", state));
        assertEquals(code, failing());
    }

    @Test
    void rollbackThatFailsDoesNotHideWhy() {
        store.failures.put("rollback", new SQLException("as told"));
        IllegalStateException thrown = new IllegalStateException("halfway");
        assertSame(
                thrown,
                assertThrows(
                        IllegalStateException.class,
                        () -> transactions.write(connection -> {
                            throw thrown;
                        })));
    }

    @Test
    void whatIsCommittedStaysAnAnswerWhereTheConnectionCannotBeClosed() {
        store.failures.put("close", new SQLException("as told"));
        assertEquals(Integer.valueOf(1), transactions.write(connection -> add(connection, "a")));
        assertEquals(1, store.rows());
    }

    @Test
    void readingBeginsNoTransaction() {
        store.called.clear();
        transactions.read(connection -> connection.getMetaData().getURL());
        assertFalse(store.called.contains("setAutoCommit"));
        assertTrue(store.called.contains("close"));
    }
}
