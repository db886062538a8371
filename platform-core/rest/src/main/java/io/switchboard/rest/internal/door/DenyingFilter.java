package io.switchboard.rest.internal.door;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.framework.BundleReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterDispatcher;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * Stands before every context that has no guard of its own: the server's default one, which a servlet gets that names none, and those
 * that other bundles bring. Only servlets of the hub's own bundles are reached there; whoever else wants to be seen has to stand in the
 * context for partners. A context of ours in place of the server's own would say it more plainly, but the server breaks with a stack
 * trace whenever such a one is taken away.
 */
@Component(service = Filter.class, property = "service.ranking:Integer=2147483647")
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
@HttpWhiteboardFilterDispatcher({
    DispatcherType.REQUEST,
    DispatcherType.ASYNC,
    DispatcherType.ERROR,
    DispatcherType.FORWARD,
    DispatcherType.INCLUDE
})
@HttpWhiteboardContextSelect("(!(|(osgi.http.whiteboard.context.name=" + Contexts.API
        + ")(osgi.http.whiteboard.context.name=" + Contexts.ADMIN
        + ")(osgi.http.whiteboard.context.name=" + Contexts.PARTNER + ")))")
public final class DenyingFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // The whiteboard gives each bundle that has servlets a context of its own, with the bundle's class loader.
        ServletContext context = request.getServletContext();
        boolean known = context.getClassLoader() instanceof BundleReference;
        if (known && OwnBundles.include(((BundleReference) context.getClassLoader()).getBundle())) {
            chain.doFilter(request, response);
        } else {
            if (known) {
                OwnBundles.warn(
                        ((BundleReference) context.getClassLoader()).getBundle(), context.getServletContextName());
            }
            ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
