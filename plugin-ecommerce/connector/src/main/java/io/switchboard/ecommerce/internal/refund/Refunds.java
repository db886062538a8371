package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Leases;
import io.switchboard.connector.Money;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.event.EventPublisher;
import io.switchboard.ecommerce.internal.backend.Carriers;
import io.switchboard.ecommerce.internal.backend.Newest;
import io.switchboard.ecommerce.internal.backend.Shop;
import io.switchboard.ecommerce.internal.backend.Shops;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.sql.Transactions;
import io.switchboard.ticket.spi.TicketDesk;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Offers refunds and has those that were agreed to carried out. Safe for use from many threads. */
@Component(service = Refunds.class, configurationPid = Shops.PID)
public final class Refunds {
    /** Why not: the offer was agreed to before. */
    public static final String USED = "quote-used";
    /** Why not: the order is not any more as it was when the offer was made. */
    public static final String CHANGED = "quote-outdated";
    /** Why not: the offer was of another amount. */
    public static final String OTHER_AMOUNT = "other-amount";
    /** Why not: the offer's time is over. */
    public static final String QUOTE_EXPIRED = "quote-expired";
    /** Why not: another refund of the order is not finished. */
    public static final String UNFINISHED = OrderLedger.UNFINISHED;
    /** Why not: the shop would not have it, and nothing was changed. */
    public static final String REFUSED = "refused";

    /** Why not: the goods are announced already. */
    public static final String RETURN_OPEN = Goods.RETURN_OPEN;
    /** Why not: the return was called off. */
    public static final String RETURN_WITHDRAWN = Goods.WITHDRAWN;
    /** Why not: these pieces are not of the return, or are paid for. */
    public static final String NOT_OF_RETURN = Goods.NOT_OF_RETURN;
    /** Why not: so many are not left, for they came back, are expected to, or were paid back. */
    public static final String NONE_LEFT = Returns.NONE_LEFT;
    /** Why not: these goods are paid for. */
    public static final String PAID_FOR = Returns.PAID_FOR;
    /** Why not: it does not wait for a person. */
    public static final String NOT_WAITING = Waiting.NOT_WAITING;
    /** Why not: the shop has a credit note of this very refund. */
    public static final String WAS_PAID = Waiting.WAS_PAID;
    /** Why not: the credit note is another refund's. */
    public static final String NOTE_USED = Waiting.NOTE_USED;

    private static final int ATTEMPTS = 3;
    /** Left of the call's time for the answer. */
    private static final Duration MARGIN = Duration.ofMillis(500);

    private final Newest<TicketDesk> desks = new Newest<>();
    private final Supplier<String> ids;
    private final Journal journal;
    private final Offers offers;
    private final Returns returns;
    private final Waiting waiting;
    private final Course course;
    private final Runner runner;
    private volatile RefundSettings settings;

    /** On the bundle's own schema, which the store has brought up to date. */
    @Activate
    public Refunds(
            @Reference Shops shops,
            @Reference Carriers carriers,
            @Reference DataSource source,
            @Reference Leases leases,
            @Reference EventPublisher events,
            RefundSettings.Config config) {
        this(shops, carriers, source, leases, events, RefundSettings.of(config), Clock.systemUTC(), new QuoteIds());
        runner.start();
    }

    /** Goes on with nothing but what is committed here. */
    public Refunds(
            Shops shops,
            Carriers carriers,
            DataSource source,
            Leases leases,
            EventPublisher events,
            RefundSettings settings,
            Clock clock,
            Supplier<String> ids) {
        this.ids = ids;
        this.settings = settings;
        journal = new Journal(new Transactions(source), events, clock);
        offers = new Offers(shops, carriers, journal, settings);
        returns = new Returns(carriers, journal, settings);
        waiting = new Waiting(journal, shops);
        course = new Course(journal, new Steps(journal, shops, desks), settings);
        runner = new Runner(leases, journal, course);
    }

    @Modified
    void configure(RefundSettings.Config config) {
        settings = RefundSettings.of(config);
        offers.configure(settings);
        returns.configure(settings);
        course.configure(settings);
    }

    /** Where tickets are opened. */
    @Reference(
            name = "desk",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bind(TicketDesk desk, Map<String, Object> properties) {
        desks.add(desk, properties);
    }

    void unbind(TicketDesk desk) {
        desks.remove(desk);
    }

    /** Lets go of what is under way; it goes on elsewhere, or after the next start. */
    @Deactivate
    public void close() {
        runner.close();
    }

    /**
     * Says what would be paid back, and remembers it under a new id.
     *
     * @param returnId the return that it is for, as callers know it; empty where the refund is to announce one, if any goods come back
     */
    public Refund offer(
            Shop shop,
            Order order,
            RefundReason reason,
            List<LineQuantity> pieces,
            Optional<String> returnId,
            CallContext call) {
        Offer offer = offers.make(shop, order, reason, pieces, returnId, call);
        return journal.quote(ids.get(), offer, settings.quote());
    }

    /** Goods that come back without a refund, or before it. */
    public Returns returns() {
        return returns;
    }

    /**
     * Carries out an offer, once: a second time by the same call gives what the first gave. Waits for as long as the call has time; what
     * is not finished then goes on.
     */
    public Refund commit(String customerId, String quoteId, Optional<Money> agreed, CallContext call) {
        Refund quote = find(customerId, quoteId);
        if (!isOf(quote, call)) {
            if (quote.state() != RefundState.QUOTED) {
                throw ConnectorException.of(ErrorCode.CONFLICT, USED);
            }
            if (agreed.isPresent() && !agreed.get().equals(quote.offer().amount())) {
                throw ConnectorException.of(ErrorCode.CONFLICT, OTHER_AMOUNT).at("amount");
            }
            if (quote.expiresAt().isBefore(journal.now())) {
                throw ConnectorException.of(ErrorCode.EXPIRED, QUOTE_EXPIRED);
            }
            commit(quote, call);
        }
        await(runner.go(quoteId), call.remaining().minus(MARGIN));
        Refund refund = find(customerId, quoteId);
        if (refund.state() == RefundState.UNDONE) {
            throw ConnectorException.of(ErrorCode.CONFLICT, REFUSED);
        }
        return refund;
    }

    /** A refund or offer of the customer. */
    public Refund find(String customerId, String id) {
        return journal.find(customerId, id)
                .orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND)
                        .ownedBy(() -> journal.find(id).map(each -> each.offer().customerId())));
    }

    /** The refund that a call committed. */
    public Optional<Refund> findCommitted(String customerId, String correlationId) {
        return journal.findCommitted(customerId, correlationId);
    }

    /** Those that wait for a person, the longest first. */
    public Page<Refund> waiting(PageRequest page) {
        return waiting.list(page);
    }

    /** Has one that waits for a person end, or go on, as the person says; a second time by the same call it changes nothing. */
    public Refund settle(String id, Settlement outcome, Optional<String> creditNote, CallContext call) {
        Refund settled = waiting.settle(id, outcome, creditNote, act(call));
        await(runner.go(settled.id()), call.remaining().minus(MARGIN));
        return journal.find(id).orElseThrow();
    }

    /** The refund, if a person said by that call what comes of it. */
    public Optional<Refund> findSettled(String id, String correlationId) {
        return journal.isSettled(id, correlationId) ? journal.find(id) : Optional.empty();
    }

    /** Has all go on whose time has come, and waits for it; for tests, where nothing does so by itself. */
    public void goOn() {
        for (String id : journal.due(Integer.MAX_VALUE)) {
            await(runner.go(id), Duration.ofMinutes(1));
        }
    }

    private void commit(Refund quote, CallContext call) {
        Offer offer = quote.offer();
        Act act = act(call);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long serial = journal.serial(offer.order());
            Live live = offers.live(offer);
            if (journal.commit(quote, live, serial, act, call.conversation()).isPresent()) {
                return;
            }
        }
        throw ConnectorException.of(ErrorCode.BUSY);
    }

    private static Act act(CallContext call) {
        return new Act(
                call.correlationId(), call.principal().id(), call.principal().user());
    }

    private static boolean isOf(Refund refund, CallContext call) {
        return refund.committed()
                .filter(act -> act.correlationId().equals(call.correlationId()))
                .isPresent();
    }

    private static void await(Future<?> work, Duration atMost) {
        try {
            work.get(Math.max(0, atMost.toMillis()), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            // It goes on; the caller is told how far it is.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
