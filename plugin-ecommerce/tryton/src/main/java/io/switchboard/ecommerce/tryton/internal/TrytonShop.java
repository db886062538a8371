package io.switchboard.ecommerce.tryton.internal;

import io.switchboard.connector.Leases;
import io.switchboard.connector.check.BackendCheck;
import io.switchboard.connector.event.EventPublisher;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.http.HttpBackends;
import io.switchboard.ecommerce.spi.LogisticsBackend;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.tryton.internal.poll.ChangeRound;
import io.switchboard.ecommerce.tryton.internal.poll.SeenTable;
import io.switchboard.ecommerce.tryton.internal.poll.TrytonFeeds;
import io.switchboard.ecommerce.tryton.internal.settings.SettingsReader;
import io.switchboard.ecommerce.tryton.internal.settings.TrytonSettings;
import io.switchboard.poll.Bell;
import io.switchboard.poll.Place;
import io.switchboard.poll.Poller;
import java.time.Clock;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * One instance for each {@code io.switchboard.ecommerce.tryton~NAME.cfg}. Registers its services by itself: the instance's name is part
 * of the file's, and nothing of the settings is for others to read.
 *
 * <p>Without any file it is there and does nothing: it comes with others in one archive, which is not to wait for it.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = TrytonShop.PID)
public final class TrytonShop {
    static final String PID = "io.switchboard.ecommerce.tryton";

    private static final String PLACES = "tryton_place";

    private final Optional<HttpBackend> http;
    private final Optional<Poller> poller;
    private final List<ServiceRegistration<?>> registrations;

    /** Called by the framework. */
    @Activate
    public TrytonShop(
            @Reference HttpBackends backends,
            @Reference DataSource source,
            @Reference EventPublisher events,
            @Reference Leases leases,
            BundleContext context,
            Map<String, Object> properties) {
        Optional<String> name =
                Optional.ofNullable(properties.get("service.pid")).map(pid -> name(pid.toString()));
        Optional<TrytonSettings> settings = name.map(each -> new SettingsReader(each, properties).read());
        http = settings.map(each -> backends.open(each.http()));
        if (settings.isEmpty() || http.isEmpty()) {
            poller = Optional.empty();
            registrations = List.of();
            return;
        }
        Instance instance = Instance.open(settings.get(), http.get(), Clock.systemUTC());
        Bell bell = new Bell();
        TrytonOrders orders = new TrytonOrders(instance, bell);
        poller = settings.map(TrytonSettings::poll)
                .filter(pause -> !pause.isZero())
                .map(pause -> new Poller(
                        "tryton-poll-" + instance.settings().instance(),
                        round(instance, orders, source, events),
                        leases,
                        pause,
                        bell));
        registrations = register(context, instance, orders);
    }

    private static ChangeRound round(Instance instance, OrderBackend orders, DataSource source, EventPublisher events) {
        String name = instance.settings().instance();
        return new ChangeRound(
                name,
                new TrytonFeeds(instance.tryton(), orders),
                new Place(source, events, PLACES, name),
                new SeenTable(source, name));
    }

    private static List<ServiceRegistration<?>> register(
            BundleContext context, Instance instance, OrderBackend orders) {
        Dictionary<String, String> published = FrameworkUtil.asDictionary(
                Map.of(OrderBackend.INSTANCE, instance.settings().instance()));
        return List.of(
                context.registerService(OrderBackend.class, orders, published),
                context.registerService(LogisticsBackend.class, new TrytonParcels(instance), published),
                context.registerService(BackendCheck.class, new TrytonCheck(instance), published));
    }

    /** Called by the framework. */
    @Deactivate
    public void stop() {
        registrations.forEach(ServiceRegistration::unregister);
        poller.ifPresent(Poller::close);
        http.ifPresent(HttpBackend::close);
    }

    static String name(String pid) {
        return pid.substring(pid.indexOf('~') + 1);
    }
}
