package io.switchboard.ecommerce.internal.backend;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ecommerce.spi.LogisticsBackend;
import io.switchboard.ecommerce.spi.Parcel;
import io.switchboard.ecommerce.spi.Shipment;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The carriers that are there, by instance, and which of them has a shipment. Where a parcel is, is told beside an order: so a carrier
 * that fails or is slow costs its own answer alone, and not the order's. Safe for use from many threads.
 */
@Component(service = Carriers.class, configurationPid = Shops.PID)
public final class Carriers {
    private static final Logger LOG = LoggerFactory.getLogger(Carriers.class);
    /** When so many questions hang, no further is asked, so that a dead carrier costs no more threads and no waiting. */
    private static final int MOST_AT_ONCE = 16;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final int SHARE_OF_REMAINING = 4;
    private static final int IDLE_SECONDS = 30;

    private final Map<String, Newest<LogisticsBackend>> byInstance = new ConcurrentHashMap<>();
    private final ExecutorService threads = new ThreadPoolExecutor(
            0, MOST_AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), Carriers::thread);
    private volatile CarrierNames names;

    /** The settings in {@code etc/io.switchboard.ecommerce.cfg} that say who carries what. */
    @interface Settings {
        /** The instance of the carrier that none of {@code carriers} names. */
        String carrier() default "embedded";

        /** What the shop calls a carrier, an equals sign, and the instance that is meant. */
        String[] carriers() default {};
    }

    /** Begins with the settings there are. */
    @Activate
    public Carriers(Settings settings) {
        this(CarrierNames.of(settings.carrier(), settings.carriers()));
    }

    /** With the names that the shops know. */
    public Carriers(CarrierNames names) {
        this.names = names;
    }

    @Modified
    void configure(Settings settings) {
        names = CarrierNames.of(settings.carrier(), settings.carriers());
    }

    @Deactivate
    void close() {
        threads.shutdownNow();
    }

    /** One more. */
    @Reference(
            name = "backend",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bind(LogisticsBackend backend, Map<String, Object> properties) {
        byInstance.computeIfAbsent(instance(properties), name -> new Newest<>()).add(backend, properties);
    }

    void unbind(LogisticsBackend backend, Map<String, Object> properties) {
        Newest<LogisticsBackend> same = byInstance.get(instance(properties));
        if (same != null) {
            same.remove(backend);
        }
    }

    /** The carrier that has a shipment. */
    public LogisticsBackend of(Shipment shipment) {
        return Optional.ofNullable(byInstance.get(names.instance(shipment.carrier())))
                .flatMap(Newest::get)
                .orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_READY));
    }

    /** What the carrier says of a shipment, in a part of the time that remains; empty where it does not say. */
    public Optional<Parcel> track(Shipment shipment, Duration remaining) {
        if (shipment.trackingNumber().isEmpty()) {
            return Optional.empty();
        }
        String number = shipment.trackingNumber().get();
        Duration share = remaining.dividedBy(SHARE_OF_REMAINING);
        Duration wait = share.compareTo(LONGEST_WAIT) < 0 ? share : LONGEST_WAIT;
        try {
            Future<Optional<Parcel>> answer = threads.submit(() -> of(shipment).track(number));
            return await(answer, wait);
        } catch (RejectedExecutionException e) {
            LOG.warn("The carrier hangs; an order is told without its tracking");
            return Optional.empty();
        }
    }

    private static Optional<Parcel> await(Future<Optional<Parcel>> answer, Duration wait) {
        try {
            return answer.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            LOG.warn("The carrier failed; an order is told without its tracking", e.getCause());
        } catch (TimeoutException e) {
            LOG.warn("The carrier is slow; an order is told without its tracking");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            answer.cancel(true);
        }
        return Optional.empty();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "ecommerce-tracking");
        thread.setDaemon(true);
        return thread;
    }

    private static String instance(Map<String, Object> properties) {
        return String.valueOf(properties.get(LogisticsBackend.INSTANCE));
    }
}
