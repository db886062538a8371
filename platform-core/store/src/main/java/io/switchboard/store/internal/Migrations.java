package io.switchboard.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The scripts of one bundle, and how they are brought to its schema.
 *
 * <p>Each script runs in a transaction. Where the database commits by itself at each CREATE (H2), each statement is recorded as it is
 * done, so a script that failed or was killed half way goes on from there, also after its later statements were corrected.
 *
 * <p>A schema that has more scripts than the bundle is accepted: migrations only expand, so an earlier version works with it.
 */
final class Migrations {
    private static final String RECORD = "CREATE TABLE IF NOT EXISTS switchboard_migration ("
            + "number INTEGER PRIMARY KEY, name VARCHAR(100) NOT NULL, steps INTEGER NOT NULL, checksum CHAR(64) NOT NULL,"
            + " applied TIMESTAMP WITH TIME ZONE)";

    private final List<Script> scripts;

    /** Takes the scripts in any order. */
    Migrations(List<Script> scripts) {
        Map<Integer, Script> byNumber = new TreeMap<>();
        for (Script script : scripts) {
            Script twin = byNumber.put(script.number(), script);
            if (twin != null) {
                throw new MigrationException(script + " and " + twin + " have the same number");
            }
        }
        this.scripts = List.copyOf(byNumber.values());
    }

    /** Applies what is missing. Nobody else may do so for this schema meanwhile. */
    void apply(Connection connection) throws SQLException {
        if (scripts.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(RECORD);
        }
        Map<Integer, Applied> applied = applied(connection);
        refuseWhatDiffers(applied);
        boolean stepwise = connection.getMetaData().dataDefinitionCausesTransactionCommit();
        connection.setAutoCommit(false);
        for (Script script : scripts) {
            Applied before = applied.get(script.number());
            if (before == null || !before.whole()) {
                run(script, before, stepwise, connection);
            }
        }
        connection.setAutoCommit(true);
    }

    private static Map<Integer, Applied> applied(Connection connection) throws SQLException {
        Map<Integer, Applied> applied = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT number, name, steps, checksum, applied IS NOT NULL FROM switchboard_migration")) {
            while (rows.next()) {
                applied.put(
                        rows.getInt(1),
                        new Applied(rows.getString(2), rows.getInt(3), rows.getString(4), rows.getBoolean(5)));
            }
        }
        return applied;
    }

    private void refuseWhatDiffers(Map<Integer, Applied> applied) {
        Map<Integer, Applied> unknown = new HashMap<>(applied);
        int last = applied.keySet().stream().max(Comparator.naturalOrder()).orElse(-1);
        int own = scripts.get(scripts.size() - 1).number();
        for (Script script : scripts) {
            Applied before = unknown.remove(script.number());
            if (before == null) {
                if (script.number() < last) {
                    throw new MigrationException(
                            script + " was added after number " + last + " had been applied. Give it a higher number.");
                }
            } else if (!before.matches(script)) {
                throw new MigrationException(script + " was changed after it had been applied (as " + before.name()
                        + "). Restore it, and write the change as a new migration.");
            }
        }
        unknown.forEach((number, before) -> {
            if (number < own) {
                throw new MigrationException(
                        "Migration %03d_%s.sql was applied and is missing from the bundle. Restore it."
                                .formatted(number, before.name()));
            }
        });
    }

    private static void run(Script script, @Nullable Applied before, boolean stepwise, Connection connection)
            throws SQLException {
        int done = before == null ? 0 : before.steps();
        try (Statement statement = connection.createStatement()) {
            if (before == null) {
                record(
                        connection,
                        "INSERT INTO switchboard_migration (name, steps, checksum, number) VALUES (?, ?, ?, ?)",
                        script,
                        0);
            }
            while (done < script.statements().size()) {
                statement.execute(script.statements().get(done));
                done++;
                record(
                        connection,
                        "UPDATE switchboard_migration SET name = ?, steps = ?, checksum = ? WHERE number = ?",
                        script,
                        done);
                if (stepwise) {
                    connection.commit();
                }
            }
            statement.execute(
                    "UPDATE switchboard_migration SET applied = CURRENT_TIMESTAMP WHERE number = " + script.number());
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw new MigrationException("Statement " + (done + 1) + " of " + script + " failed: " + e.getMessage(), e);
        }
    }

    private static void record(Connection connection, String sql, Script script, int steps) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, script.name());
            statement.setInt(2, steps);
            statement.setString(3, script.checksum(steps));
            statement.setInt(4, script.number());
            statement.executeUpdate();
        }
    }

    /** What the schema says of a script. */
    private record Applied(String name, int steps, String checksum, boolean whole) {
        boolean matches(Script script) {
            int total = script.statements().size();
            boolean fits = whole ? steps == total : steps <= total;
            return fits && name.equals(script.name()) && checksum.equals(script.checksum(steps));
        }
    }
}
