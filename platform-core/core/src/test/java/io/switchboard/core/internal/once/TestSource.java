package io.switchboard.core.internal.once;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** Connections to the database that a test runs on. */
public final class TestSource {
    private TestSource() {}

    /** Those of a URL. */
    public static DataSource at(String url) {
        if (url.startsWith("jdbc:h2:")) {
            return JdbcConnectionPool.create(url, "sa", "");
        }
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setURL(url);
        return JdbcConnectionPool.create(source);
    }

    /** No more of them. */
    public static void close(DataSource source) {
        ((JdbcConnectionPool) source).dispose();
    }
}
