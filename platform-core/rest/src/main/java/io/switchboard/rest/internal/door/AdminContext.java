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

/** The context of the servlets for administrators; asked before that for callers, which answers for every path. */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE, property = "service.ranking:Integer=100")
@HttpWhiteboardContext(name = Contexts.ADMIN, path = "/")
public final class AdminContext extends ServletContextHelper {
    private final Bundle bundle;
    private final boolean own;

    /** Stands before the servlets of one bundle. */
    @Activate
    public AdminContext(ComponentContext component) {
        bundle = component.getUsingBundle();
        own = OwnBundles.include(bundle);
    }

    @Override
    public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!own) {
            OwnBundles.warn(bundle, Contexts.ADMIN);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
        return own;
    }
}
