package io.switchboard.ecommerce.tryton.internal.poll;

import io.switchboard.sql.Sql;
import io.switchboard.sql.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** What was seen of one instance. Safe for use from many threads. */
public final class SeenTable {
    private final Transactions transactions;
    private final String instance;

    /** Of one instance. */
    public SeenTable(DataSource source, String instance) {
        transactions = new Transactions(source);
        this.instance = instance;
    }

    /** How something stood when it was seen last; empty where it never was. */
    Optional<Seen> find(Seen.Kind kind, String id) {
        return transactions.read(connection -> new Sql(
                        "select state from tryton_seen where instance = ? and kind = ? and id = ?")
                .value(instance)
                .value(kind)
                .value(id)
                .first(connection, row -> new Seen(kind, id, row.getString("state"))));
    }

    void write(Connection connection, Seen seen) throws SQLException {
        int changed = new Sql("update tryton_seen set state = ? where instance = ? and kind = ? and id = ?")
                .value(seen.state())
                .value(instance)
                .value(seen.kind())
                .value(seen.id())
                .update(connection);
        if (changed == 0) {
            new Sql("insert into tryton_seen (instance, kind, id, state) values (?, ?, ?, ?)")
                    .value(instance)
                    .value(seen.kind())
                    .value(seen.id())
                    .value(seen.state())
                    .update(connection);
        }
    }
}
