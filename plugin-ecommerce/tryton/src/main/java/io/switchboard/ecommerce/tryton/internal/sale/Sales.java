package io.switchboard.ecommerce.tryton.internal.sale;

import io.switchboard.connector.ConnectorException;
import java.util.Optional;

/** Finds a customer's sale. Safe for use from many threads. */
public interface Sales {
    /**
     * A customer's sale, as Tryton has it at this moment; empty where the customer has no such. A sale that takes goods back is none.
     *
     * @param customerId the party's code
     * @param orderId the number of the sale's record, as a text from outside
     * @throws ConnectorException where Tryton does not answer
     */
    Optional<Sale> find(String customerId, String orderId);
}
