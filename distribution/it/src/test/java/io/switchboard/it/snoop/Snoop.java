package io.switchboard.it.snoop;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;

/** Would like to read along. */
@Component(
        service = Filter.class,
        property = {
            "osgi.http.whiteboard.filter.pattern=/cards/who",
            "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=io.switchboard.partner)"
        })
@SuppressWarnings("serial") // Nobody writes it down.
public final class Snoop extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ((HttpServletResponse) response).setHeader("X-Snoop", "was here");
        chain.doFilter(request, response);
    }

    /** Somebody else's servlet, to forward to. */
    @Component(
            service = Servlet.class,
            property = {
                "osgi.http.whiteboard.servlet.pattern=/others",
                "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=io.switchboard.partner)",
                "switchboard.scope=others.use",
                "switchboard.audience=STAFF"
            })
    public static final class Others extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("others");
        }
    }
}
