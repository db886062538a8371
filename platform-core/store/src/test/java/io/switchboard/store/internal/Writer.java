package io.switchboard.store.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A process that commits rows and tells each committed one, until it is killed. Arguments: data directory, first number. */
final class Writer {
    static final String BUNDLE = "w.w";
    static final List<Script> SCRIPTS =
            List.of(Script.of("001_t.sql", "CREATE TABLE t (id BIGINT PRIMARY KEY, v VARCHAR(200) NOT NULL);"));
    private static final int THREADS = 8;

    private Writer() {}

    public static void main(String[] arguments) throws Exception {
        SchemaSource source = Schemas.under(arguments[0]).open(BUNDLE, SCRIPTS);
        AtomicLong next = new AtomicLong(Long.parseLong(arguments[1]));
        PrintStream out = System.out;
        out.println("open");
        for (int i = 0; i < THREADS; i++) {
            new Thread(() -> {
                        while (true) {
                            long id = next.getAndIncrement();
                            insert(source, id, id % 2 == 0);
                            out.println(id);
                        }
                    })
                    .start();
        }
    }

    static void insert(SchemaSource source, long id) {
        insert(source, id, true);
    }

    private static void insert(SchemaSource source, long id, boolean autoCommit) {
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?)")) {
            connection.setAutoCommit(autoCommit);
            insert.setLong(1, id);
            insert.setString(2, "x".repeat(150));
            insert.executeUpdate();
            if (!autoCommit) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Process start(Path data, long first) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        data.toString(),
                        String.valueOf(first))
                .redirectError(data.resolve("writer.log").toFile())
                .start();
    }
}
