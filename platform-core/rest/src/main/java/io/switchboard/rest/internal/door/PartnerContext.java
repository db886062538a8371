package io.switchboard.rest.internal.door;

import io.switchboard.core.access.AccessGate;
import io.switchboard.core.call.CallGate;
import io.switchboard.core.security.Authenticator;
import io.switchboard.rest.internal.partner.Doors;
import io.switchboard.rest.internal.partner.Entrance;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/** The context of the servlets that partners bring. There is one for each bundle, so that it knows whose servlet is asked for. */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE, configurationPid = RestDoor.PID)
@HttpWhiteboardContext(name = Contexts.PARTNER, path = Contexts.PARTNER_PATH)
public final class PartnerContext extends ServletContextHelper {
    private final TrustedService<Authenticator> authenticator;
    private final Entrance entrance;
    private volatile RestSettings settings;

    /** Stands before the servlets of one bundle. */
    @Activate
    public PartnerContext(
            ComponentContext component,
            RestConfig config,
            @Reference HttpServiceRuntime server,
            @Reference AccessGate gate,
            @Reference CallGate calls) {
        super(component.getUsingBundle());
        settings = RestSettings.of(config);
        authenticator = new TrustedService<>(component.getBundleContext(), Authenticator.class);
        entrance = new Entrance(
                component.getUsingBundle(),
                new Doors(component.getBundleContext(), server),
                gate,
                calls,
                () -> settings.bodyLimit(),
                () -> authenticator.get().flatMap(Authenticator::address));
    }

    @Deactivate
    void close() {
        authenticator.close();
    }

    @Modified
    void change(RestConfig config) {
        settings = RestSettings.of(config);
    }

    @Override
    public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return entrance.admits(request, response);
    }
}
