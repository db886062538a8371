package io.switchboard.ecommerce.embedded.internal;

import io.switchboard.ecommerce.spi.Stock;
import io.switchboard.sql.DuplicateAct;
import io.switchboard.sql.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills an empty shop with what the CRM's demo customers have bought in the last months. */
final class Demo {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final int CUSTOMERS = 300;
    private static final int DAYS_UNTIL_MORE_COME = 9;

    private Demo() {}

    /** Does nothing where there are orders already; how many orders it made. */
    static int fill(Transactions transactions, Clock clock) {
        try {
            int made =
                    transactions.write(connection -> OrderTable.isEmpty(connection) ? fillEmpty(connection, clock) : 0);
            if (made > 0) {
                LOG.info("Filled the store with {} demo orders", made);
            }
            return made;
        } catch (DuplicateAct e) {
            LOG.info("Another node fills the store with demo orders");
            return 0;
        }
    }

    private static int fillEmpty(Connection connection, Clock clock) throws SQLException {
        LocalDate more = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(DAYS_UNTIL_MORE_COME);
        for (DemoProduct product : DemoProduct.ALL) {
            Optional<LocalDate> expected = product.available() == 0 ? Optional.of(more) : Optional.empty();
            ProductTable.insert(
                    connection,
                    new Stock(product.sku(), product.nameZh() + " / " + product.name(), product.available(), expected));
        }
        int made = 0;
        for (int number = 1; number <= CUSTOMERS; number++) {
            DemoCustomer customer = new DemoCustomer(number, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            List<DemoOrder> orders = number == 1 ? customer.showcase() : customer.orders();
            for (DemoOrder order : orders) {
                OrderTable.insert(connection, order.order());
                if (order.parcel().isPresent()) {
                    ParcelTable.insert(connection, order.parcel().get());
                }
                made++;
            }
        }
        return made;
    }
}
