package io.switchboard.crm.tryton.internal;

import io.switchboard.connector.check.BackendCheck;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.http.HttpBackends;
import io.switchboard.crm.spi.CustomerBackend;
import java.time.Clock;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * One instance for each {@code io.switchboard.crm.tryton~NAME.cfg}. Registers its services by itself: the instance's name is part of the
 * file's, and nothing of the settings is for others to read.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = TrytonBackend.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class TrytonBackend {
    static final String PID = "io.switchboard.crm.tryton";

    private final HttpBackend http;
    private final List<ServiceRegistration<?>> registrations;

    /** Called by the framework. */
    @Activate
    public TrytonBackend(
            @Reference HttpBackends backends,
            @Reference DataSource source,
            BundleContext context,
            Map<String, Object> properties) {
        String name = name(String.valueOf(properties.get("service.pid")));
        TrytonSettings settings = new SettingsReader(name, properties).read();
        http = backends.open(settings.http());
        Instance instance = Instance.open(settings, http, source, Clock.systemUTC());
        Dictionary<String, String> published = FrameworkUtil.asDictionary(Map.of(CustomerBackend.INSTANCE, name));
        registrations = List.of(
                context.registerService(CustomerBackend.class, new TrytonCustomers(instance), published),
                context.registerService(BackendCheck.class, new TrytonCheck(instance), published));
    }

    /** Called by the framework. */
    @Deactivate
    public void stop() {
        registrations.forEach(ServiceRegistration::unregister);
        http.close();
    }

    static String name(String pid) {
        return pid.substring(pid.indexOf('~') + 1);
    }
}
