package io.switchboard.rest.internal.door;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterDispatcher;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * Stands before the context that a servlet gets which names none: nothing in it can be reached. A bundle that wants to be seen has to
 * say where it stands. A context of ours in place of the server's own would say it more plainly, but the server breaks with a stack
 * trace whenever such a one is taken away.
 */
@Component(service = Filter.class, property = "service.ranking:Integer=2147483647")
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterDispatcher({
    DispatcherType.REQUEST,
    DispatcherType.ASYNC,
    DispatcherType.ERROR,
    DispatcherType.FORWARD,
    DispatcherType.INCLUDE
})
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=default)")
public final class DenyingFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {
        ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
}
