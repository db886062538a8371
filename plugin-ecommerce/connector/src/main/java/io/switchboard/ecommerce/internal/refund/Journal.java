package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.event.EventPublisher;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.sql.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Refunds and their steps, in the plugin's own tables. Whatever is written is durable when the method returns; where it changes how a
 * refund stands in the customer's eyes, that is told in the same transaction. Safe for use from many threads and on several nodes.
 */
final class Journal {
    private final Transactions transactions;
    private final EventPublisher events;
    private final Clock clock;

    Journal(Transactions transactions, EventPublisher events, Clock clock) {
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    Refund quote(String id, Offer offer, Duration holds) {
        return transactions.write(connection -> {
            Instant now = now();
            RefundTable.insertQuote(connection, id, offer, now, now.plus(holds));
            return RefundTable.find(connection, id).orElseThrow();
        });
    }

    Optional<Refund> find(String customerId, String id) {
        return transactions.read(connection -> RefundTable.find(connection, customerId, id));
    }

    Optional<Refund> find(String id) {
        return transactions.read(connection -> RefundTable.find(connection, id));
    }

    Optional<Refund> findCommitted(String customerId, String correlationId) {
        return transactions.read(connection -> RefundTable.findCommitted(connection, customerId, correlationId));
    }

    /** To be read before the order is, and given to {@link #commit}. */
    long serial(OrderKey order) {
        return OrderLedger.serial(transactions, order);
    }

    /** What the hub knows of an order's goods; and of those of one of its returns, where one is named. */
    Goods goods(OrderKey key, Order live, Optional<String> returnId) {
        return transactions.read(connection -> OrderLedger.goods(connection, key, live, returnId));
    }

    boolean isUnfinished(OrderKey key) {
        return transactions.read(connection -> OrderLedger.unfinished(connection, key));
    }

    /** Has nobody else do anything about an order's goods for a time; refuses where somebody does, or a refund is not finished. */
    void hold(OrderKey key, Duration atMost) {
        OrderLedger.serial(transactions, key);
        write(connection -> OrderLedger.hold(connection, key, now(), now().plus(atMost)));
    }

    /** Ends that before its time. */
    void release(OrderKey key) {
        write(connection -> OrderLedger.release(connection, key));
    }

    /**
     * Commits a quote; from then on its steps are taken whatever happens.
     *
     * @return the refund; empty where another refund changed the order since the serial was read
     */
    Optional<Refund> commit(Refund quote, Live live, long serial, Act act, Optional<String> conversation) {
        Offer offer = quote.offer();
        return transactions.write(connection -> {
            if (OrderLedger.lock(connection, offer.order()) != serial) {
                return Optional.empty();
            }
            Refund now =
                    RefundTable.lock(connection, offer.customerId(), quote.id()).orElseThrow();
            if (now.state() != RefundState.QUOTED) {
                throw ConnectorException.of(ErrorCode.CONFLICT, Refunds.USED);
            }
            OrderLedger.check(connection, offer, live, now());
            RefundTable.commit(connection, quote.id(), act, conversation, now());
            OrderLedger.move(connection, offer.order());
            return Optional.of(told(connection, now));
        });
    }

    /** Those that wait for a person, the longest first. */
    Page<Refund> waiting(PageRequest page) {
        return transactions.read(connection -> RefundTable.waiting(connection, page));
    }

    boolean isSettled(String id, String correlationId) {
        return transactions.read(connection -> SettlementTable.has(connection, id, correlationId));
    }

    /** Has a refund that waits for a person go on as the person says. */
    Refund settle(Refund refund, Settlement outcome, Optional<String> creditNote, Act act) {
        move(refund, connection -> {
            Refund now = RefundTable.lock(connection, refund.offer().customerId(), refund.id())
                    .orElseThrow();
            if (now.state() != RefundState.HANDED) {
                throw ConnectorException.of(ErrorCode.CONFLICT, Waiting.NOT_WAITING);
            }
            SettlementTable.insert(connection, now.id(), outcome, creditNote, act, now());
            if (creditNote.isPresent()) {
                if (StepTable.isOfAnother(connection, now, creditNote.get())) {
                    throw ConnectorException.of(ErrorCode.CONFLICT, Waiting.NOTE_USED);
                }
                StepTable.begin(connection, now.id(), Step.CREDIT, now());
                StepTable.done(connection, now.id(), Step.CREDIT, creditNote);
            }
            RefundTable.setState(connection, now.id(), next(now, outcome), now());
        });
        return find(refund.id()).orElseThrow();
    }

    private static RefundState next(Refund refund, Settlement outcome) {
        return switch (outcome) {
            case PAID -> RefundState.DONE;
            case ABANDONED -> RefundState.UNDONE;
            // A return that was perhaps taken back is not paid for.
            case TRY_AGAIN -> refund.begun(Step.WITHDRAW) ? RefundState.UNDOING : RefundState.RUNNING;
        };
    }

    void begin(Refund refund, Step step) {
        write(connection -> StepTable.begin(connection, refund.id(), step, now()));
    }

    void done(Refund refund, Step step, Optional<String> result) {
        move(refund, connection -> StepTable.done(connection, refund.id(), step, result));
    }

    void forget(Refund refund, Step step) {
        write(connection -> StepTable.forget(connection, refund.id(), step));
    }

    void enter(Refund refund, RefundState state) {
        move(refund, connection -> RefundTable.setState(connection, refund.id(), state, now()));
    }

    void postpone(Refund refund, Duration delay) {
        write(connection -> RefundTable.postpone(connection, refund.id(), now().plus(delay)));
    }

    List<String> due(int most) {
        return transactions.read(connection -> RefundTable.due(connection, now(), most));
    }

    int forgetQuotes(Duration expiredFor) {
        return transactions.write(connection -> RefundTable.forgetQuotes(connection, now().minus(expiredFor)));
    }

    private interface Statements {
        void on(Connection connection) throws SQLException;
    }

    /** What changes what is left of an order. */
    private void move(Refund refund, Statements statements) {
        write(connection -> {
            // In this order everywhere: the order's row first.
            OrderLedger.lock(connection, refund.offer().order());
            Refund before = RefundTable.find(connection, refund.id()).orElseThrow();
            statements.on(connection);
            OrderLedger.move(connection, refund.offer().order());
            told(connection, before);
        });
    }

    /** The refund as it is now, after those who listen were told where it stands. */
    private Refund told(Connection connection, Refund before) throws SQLException {
        Refund now = RefundTable.find(connection, before.id()).orElseThrow();
        if (now.status() != before.status()) {
            events.publish(connection, RefundEvents.statusChanged(now, before.status(), now()));
        }
        return now;
    }

    private void write(Statements statements) {
        transactions.<Boolean>write(connection -> {
            statements.on(connection);
            return true;
        });
    }
}
