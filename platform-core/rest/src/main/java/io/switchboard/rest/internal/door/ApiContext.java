package io.switchboard.rest.internal.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/** The context of the servlets for callers. Each of them knows who may do what; none has files to give. */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = Contexts.API, path = "/")
public final class ApiContext extends ServletContextHelper {
    private final Bundle bundle;
    private final boolean own;

    /** Stands before the servlets of one bundle. */
    @Activate
    public ApiContext(ComponentContext component) {
        bundle = component.getUsingBundle();
        own = OwnBundles.include(bundle);
    }

    @Override
    public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!own) {
            OwnBundles.warn(bundle, Contexts.API);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
        return own;
    }
}
