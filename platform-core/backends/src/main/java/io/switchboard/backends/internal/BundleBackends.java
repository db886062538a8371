package io.switchboard.backends.internal;

import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.http.HttpBackendSettings;
import io.switchboard.connector.http.HttpBackends;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** What one bundle opens, so that nothing stays open of a bundle that has gone. */
@Component(service = HttpBackends.class, scope = ServiceScope.BUNDLE)
public final class BundleBackends implements HttpBackends {
    private final HubBackends hub;
    private final Set<HttpBackend> own = ConcurrentHashMap.newKeySet();

    /** Called by the framework, for each bundle that asks. */
    @Activate
    public BundleBackends(@Reference HubBackends hub) {
        this.hub = hub;
    }

    @Override
    public HttpBackend open(HttpBackendSettings settings) {
        HttpBackend backend = hub.opener().open(settings);
        own.add(backend);
        return backend;
    }

    /** Called by the framework, when the bundle lets go. */
    @Deactivate
    public void stop() {
        own.forEach(HttpBackend::close);
    }
}
