package io.switchboard.ecommerce.embedded.internal;

import io.switchboard.ecommerce.spi.Stock;
import io.switchboard.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** The statements on products. */
final class ProductTable {
    private ProductTable() {}

    /** Puts one in. */
    static void insert(Connection connection, Stock stock) throws SQLException {
        new Sql("insert into shop_product (sku, name, available, expected) values (?, ?, ?, ?)")
                .value(stock.sku())
                .value(stock.name())
                .value(stock.available())
                .value(stock.expected())
                .update(connection);
    }

    /** Makes it so many pieces more; gives how much there is then, empty where there is no such product. */
    static Optional<Stock> add(Connection connection, String sku, int pieces) throws SQLException {
        new Sql("update shop_product set available = available + ? where sku = ?")
                .value(pieces)
                .value(sku)
                .update(connection);
        return find(connection, sku);
    }

    static Optional<Stock> find(Connection connection, String sku) throws SQLException {
        return new Sql("select * from shop_product where sku = ?")
                .value(sku)
                .first(
                        connection,
                        row -> new Stock(
                                row.getString("sku"),
                                row.getString("name"),
                                row.getInt("available"),
                                Optional.ofNullable(row.getObject("expected", LocalDate.class))));
    }
}
