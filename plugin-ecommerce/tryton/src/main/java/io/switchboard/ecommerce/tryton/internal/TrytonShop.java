package io.switchboard.ecommerce.tryton.internal;

import io.switchboard.connector.check.BackendCheck;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.http.HttpBackends;
import io.switchboard.ecommerce.spi.LogisticsBackend;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.tryton.internal.settings.SettingsReader;
import io.switchboard.ecommerce.tryton.internal.settings.TrytonSettings;
import java.time.Clock;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Optional<HttpBackend> http;
    private final List<ServiceRegistration<?>> registrations;

    /** Called by the framework. */
    @Activate
    public TrytonShop(@Reference HttpBackends backends, BundleContext context, Map<String, Object> properties) {
        Optional<String> instance =
                Optional.ofNullable(properties.get("service.pid")).map(pid -> name(pid.toString()));
        Optional<TrytonSettings> settings = instance.map(name -> new SettingsReader(name, properties).read());
        http = settings.map(each -> backends.open(each.http()));
        registrations = settings.isPresent() && http.isPresent()
                ? register(context, Instance.open(settings.get(), http.get(), Clock.systemUTC()))
                : List.of();
    }

    private static List<ServiceRegistration<?>> register(BundleContext context, Instance instance) {
        Dictionary<String, String> published = FrameworkUtil.asDictionary(
                Map.of(OrderBackend.INSTANCE, instance.settings().instance()));
        return List.of(
                context.registerService(OrderBackend.class, new TrytonOrders(instance), published),
                context.registerService(LogisticsBackend.class, new TrytonParcels(instance), published),
                context.registerService(BackendCheck.class, new TrytonCheck(instance), published));
    }

    /** Called by the framework. */
    @Deactivate
    public void stop() {
        registrations.forEach(ServiceRegistration::unregister);
        http.ifPresent(HttpBackend::close);
    }

    static String name(String pid) {
        return pid.substring(pid.indexOf('~') + 1);
    }
}
