package io.switchboard.ecommerce.internal.backend;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderBackend;
import java.util.Optional;

/**
 * A shop under its name, which stands before every id and cursor that leaves the hub: {@code embedded~123}.
 *
 * @param backend for what is asked on behalf of a call, once it is {@link #during} one
 * @param always for what is asked after the call, too
 */
public record Shop(String name, OrderBackend backend, OrderBackend always) {
    private static final char MARK = '~';

    Shop(String name, OrderBackend backend) {
        this(name, backend, backend);
    }

    /** The same on behalf of a call. */
    public Shop during(CallContext call) {
        return new Shop(name, always.during(call), always);
    }

    /** What callers know an id or a cursor of this shop by. */
    public String mark(String own) {
        return mark(name, own);
    }

    /** The same of a shop that may not be there. */
    public static String mark(String shop, String own) {
        return shop + MARK + own;
    }

    /** What a shop knows something by that callers name with or without the mark; empty where it bears another shop's. */
    public static Optional<String> unmark(String shop, String marked) {
        return nameOf(marked).orElse(shop).equals(shop) ? Optional.of(own(marked)) : Optional.empty();
    }

    /** The same page, with a cursor that leads back to this shop. */
    public <R> Page<R> mark(Page<R> page) {
        return page.withNext(page.next().map(this::mark));
    }

    /** The same request, as the shop knows it. */
    public static PageRequest unmark(PageRequest page) {
        return PageRequest.of(page.cursor().map(Shop::own), page.limit());
    }

    /** One order of the customer, by its id as callers know it or by the number that the customer knows. */
    public Order order(String customerId, String idOrNumber) {
        String own = own(idOrNumber);
        Optional<Order> found =
                nameOf(idOrNumber).isPresent() ? backend.get(customerId, own) : backend.findByNumber(customerId, own);
        return found.orElseThrow(() -> noOrder(own));
    }

    /** The customer has no such order; the hub may find out later whether another has. */
    public ConnectorException noOrder(String own) {
        return ConnectorException.of(ErrorCode.NOT_FOUND).ownedBy(() -> always.ownerOf(own));
    }

    /** The name before an id or a cursor; empty where there is none. */
    static Optional<String> nameOf(String marked) {
        int mark = marked.indexOf(MARK);
        return mark < 0 ? Optional.empty() : Optional.of(marked.substring(0, mark));
    }

    /** What stands behind the name. */
    static String own(String marked) {
        return marked.substring(marked.indexOf(MARK) + 1);
    }
}
