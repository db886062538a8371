package io.switchboard.ecommerce.spi;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A shop: orders, stock, returns, credit notes. Registered as a service with the property {@link #INSTANCE}; called from many threads
 * at once, and interrupted when a call's time is up. Refunds go on after a call and after a restart, on threads of the hub's, so a
 * backend bounds its own waiting, too.
 *
 * <p><b>Customers.</b> Every method but {@link #stock} and {@link #ownerOf} takes the customer and selects by it, even where it has the
 * order's id: somebody else's order is exactly as one that does not exist. A system that cannot select so checks the customer of each
 * row it reads.
 *
 * <p><b>Writes.</b> A write is one act, done whole or not at all, and finished when the method returns. Each carries its {@link Act}, by
 * whose correlation id the system finds it again; a second write with the same correlation id changes nothing and gives what the first
 * gave. A backend whose system answers a write without doing it reads back.
 *
 * <p><b>Rules.</b> What is allowed the hub decides, by what it reads here, and it says so by {@link Order#version()}: where the order
 * or a shipment of it changed since, the write is refused with {@link #STALE}. A system that can check more for itself does.
 *
 * <p><b>Cursors</b> are at most 150 characters. One that a backend did not give is {@link ErrorCode#INVALID_ARGUMENTS} at {@code
 * cursor}.
 *
 * <p><b>Failures</b> are {@link ConnectorException}s: {@link ErrorCode#NOT_FOUND} from a write to an order or return that the customer
 * does not have, {@link ErrorCode#CONFLICT} with the reason {@link #STALE}, {@link ErrorCode#CONFLICT} with {@link #NOT_ALLOWED} where
 * the system's own rules are against it and nothing was changed, and the codes from 5000 on. A write whose outcome the backend does not
 * know fails with {@link ErrorCode#OUTCOME_UNKNOWN}.
 */
@ConsumerType
public interface OrderBackend {
    /** The service property that names the instance: {@code [a-z][a-z0-9-]*}, at most 20 characters. */
    String INSTANCE = "backend.instance";

    /** The reason of a conflict: the order has changed since it was read. */
    String STALE = "stale";

    /** The reason of a conflict: the system refused by a rule of its own, and would again. */
    String NOT_ALLOWED = "not-allowed";

    /**
     * The same backend on behalf of one call: what it asks of a system behind it, it asks within the time that the call has left, and under
     * the call's name and trace. A backend that asks nobody is the same for all calls. Not for {@link #ownerOf}, which is asked later.
     */
    default OrderBackend during(CallContext call) {
        return this;
    }

    /** One order by its id; empty where the customer has no such. */
    Optional<Order> get(String customerId, String orderId);

    /** One order by its number; empty where the customer has no such. */
    Optional<Order> findByNumber(String customerId, String number);

    /** A customer's orders, the newest first by {@link Order#placedAt()}; stable under paging while others are placed. */
    Page<Order> list(OrderQuery query);

    /** How much there is of a product; empty where there is no such product. */
    Optional<Stock> stock(String sku);

    /** Has all shipments that are still in the shop's hands go to another address. Gives the order as it is then. */
    Order changeAddress(String customerId, String orderId, String expectedVersion, Address address, Act act);

    /** Calls an order off. Gives the order as it is then, {@link OrderStatus#CANCELLED}. */
    Order cancel(String customerId, String orderId, String expectedVersion, String reason, Act act);

    /** Whether an act changed an order, by {@link #changeAddress} or {@link #cancel}. */
    boolean changed(String customerId, String orderId, String correlationId);

    /** Announces that goods come back, or gives the return that the same act announced before. */
    GoodsReturn openReturn(String customerId, String orderId, NewReturn wanted, Act act);

    /** The return that an act announced; empty where it announced none. */
    Optional<GoodsReturn> findReturn(String customerId, String orderId, String correlationId);

    /**
     * Calls a return off; one that was called off stays so, whoever asks again. Fails with {@link #NOT_ALLOWED} where the goods are
     * back already.
     */
    GoodsReturn withdrawReturn(String customerId, String orderId, String returnId, Act act);

    /** The returns of an order, the oldest first, at most the last 100; none where the customer has no such order. */
    List<GoodsReturn> returns(String customerId, String orderId);

    /**
     * Gives money back, or gives the credit note that the same act made before. The hub has seen to it that no piece is paid back twice
     * and no more than was paid; a system that can check that in the same transaction does, and refuses with {@link #NOT_ALLOWED}.
     */
    CreditNote credit(String customerId, String orderId, NewCredit wanted, Act act);

    /** The credit note that an act made; empty where it made none. */
    Optional<CreditNote> findCredit(String customerId, String orderId, String correlationId);

    /**
     * A credit note of an order by its id, whoever made it and in whichever way: an employee names it who has given money back by hand.
     * Empty where the customer's order has no such, or the system cannot tell, as by default; then nobody can say of a refund that it was
     * finished by hand.
     */
    default Optional<CreditNote> creditNote(String customerId, String orderId, String creditId) {
        return Optional.empty();
    }

    /**
     * The customer whose order it is, for the hub's audit alone: asked after a call was answered that named an order which its customer
     * does not have, so that an attempt at another's raises an alarm. Empty where there is no such order, or the system cannot tell, as
     * by default.
     *
     * @param orderOrNumber the order's id, or its number, whichever the call named
     */
    default Optional<String> ownerOf(String orderOrNumber) {
        return Optional.empty();
    }
}
