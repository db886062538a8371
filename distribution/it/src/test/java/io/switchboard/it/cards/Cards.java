package io.switchboard.it.cards;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.osgi.service.component.annotations.Component;

/** Well declared; what it does stands in the path. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/cards/*",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true",
            "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=io.switchboard.partner)",
            "switchboard.scope=crm.read",
            "switchboard.audience=CUSTOMER"
        })
@SuppressWarnings("serial") // Nobody writes it down.
public final class Cards extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SECRET = "jdbc:secret://inside";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (String.valueOf(request.getPathInfo())) {
            case "/who" -> who(request, response);
            case "/size" -> answer(response, "" + request.getInputStream().readAllBytes().length);
            case "/later" -> later(request.startAsync());
            case "/fail" -> throw new IllegalStateException(SECRET);
            case "/error" -> response.sendError(409, SECRET);
            case "/session" -> answer(response, request.getSession().getId());
            case "/leap" -> forward(request, response, "/others");
            default -> response.setStatus(404);
        }
    }

    private static void who(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(
                response,
                request.getRemoteUser() + " for " + request.getAttribute("switchboard.customer") + " with "
                        + request.getHeader("Authorization")
                        + Collections.list(request.getHeaderNames()).contains("Authorization") + " through "
                        + request.getAttribute("cards.filter"));
    }

    private static void later(AsyncContext async) {
        new Thread(() -> {
                    try {
                        HttpServletResponse response = (HttpServletResponse) async.getResponse();
                        response.setStatus(202);
                        answer(response, "later");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } finally {
                        async.complete();
                    }
                })
                .start();
    }

    private static void forward(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException {
        try {
            request.getRequestDispatcher(path).forward(request, response);
        } catch (jakarta.servlet.ServletException e) {
            throw new IOException(e);
        }
    }

    private static void answer(HttpServletResponse response, String text) throws IOException {
        response.setContentType("text/plain;charset=utf-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
