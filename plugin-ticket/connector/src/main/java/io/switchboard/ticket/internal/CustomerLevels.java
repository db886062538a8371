package io.switchboard.ticket.internal;

import io.switchboard.crm.spi.CrmInUse;
import io.switchboard.crm.spi.Customer;
import io.switchboard.crm.spi.CustomerBackend;
import io.switchboard.crm.spi.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the CRM in use how a customer is ranked, and does without where it is not there, fails or is slow: a ticket without the right rule is
 * worth more than none. Safe for use from many threads.
 */
@Component(service = CustomerLevels.class)
public final class CustomerLevels {
    private static final Logger LOG = LoggerFactory.getLogger(CustomerLevels.class);
    /** When so many questions hang, no further is asked, so that a dead CRM costs no more threads and no waiting. */
    private static final int MOST_AT_ONCE = 8;

    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);
    private static final int SHARE_OF_REMAINING = 4;
    private static final int IDLE_SECONDS = 30;

    private final ExecutorService threads;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable CrmInUse crm;

    /** Begins without a thread. */
    @Activate
    public CustomerLevels() {
        threads = new ThreadPoolExecutor(
                0, MOST_AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), CustomerLevels::thread);
    }

    @Deactivate
    void close() {
        threads.shutdownNow();
    }

    /** The level of a customer; empty where nobody can say in time. Takes at most a part of the time that remains. */
    Optional<Level> of(String customerId, Duration remaining) {
        Optional<CustomerBackend> found = Optional.ofNullable(crm).flatMap(CrmInUse::backend);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        CustomerBackend backend = found.get();
        Duration share = remaining.dividedBy(SHARE_OF_REMAINING);
        Duration wait = share.compareTo(LONGEST_WAIT) < 0 ? share : LONGEST_WAIT;
        try {
            Future<Optional<Level>> answer =
                    threads.submit(() -> backend.get(customerId).map(Customer::level));
            return await(answer, wait);
        } catch (RejectedExecutionException e) {
            LOG.warn("The CRM hangs; a ticket is dispatched without the customer's level");
            return Optional.empty();
        }
    }

    private static Optional<Level> await(Future<Optional<Level>> answer, Duration wait) {
        try {
            return answer.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            LOG.warn("The CRM failed; a ticket is dispatched without the customer's level", e.getCause());
        } catch (TimeoutException e) {
            LOG.warn("The CRM is slow; a ticket is dispatched without the customer's level");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            answer.cancel(true);
        }
        return Optional.empty();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "ticket-customer-level");
        thread.setDaemon(true);
        return thread;
    }
}
