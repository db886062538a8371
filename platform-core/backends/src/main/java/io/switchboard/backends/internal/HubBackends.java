package io.switchboard.backends.internal;

import io.switchboard.backends.internal.client.ClientBackend;
import io.switchboard.backends.internal.client.OpenBackends;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The backends of this hub, whoever opened them. */
@Component(service = HubBackends.class)
public final class HubBackends {
    private final OpenBackends open = new OpenBackends();

    /** Called by the framework. */
    @Activate
    public HubBackends() {}

    OpenBackends opener() {
        return open;
    }

    List<ClientBackend> current() {
        return open.current();
    }

    /** Called by the framework. */
    @Deactivate
    public void stop() {
        open.close();
    }
}
