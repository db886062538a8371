package io.switchboard.rest.internal.door;

import io.switchboard.rest.internal.partner.Passage;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterDispatcher;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/** Stands before all that partners bring, and first of all filters there. */
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
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + Contexts.PARTNER + ")")
public final class PartnerFilter implements Filter {
    /** Beside the calls of all connectors, this leaves some of the server's threads for health and administration. */
    private static final int THREADS = 24;

    private final Passage passage = new Passage(THREADS);

    /** Needs nothing: who is let in was decided before. */
    @Activate
    public PartnerFilter() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        passage.pass((HttpServletRequest) request, (HttpServletResponse) response, chain);
    }
}
