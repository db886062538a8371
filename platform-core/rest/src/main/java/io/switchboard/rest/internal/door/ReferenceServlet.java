package io.switchboard.rest.internal.door;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * The reference for people: a page that the browser puts together of {@code /api/openapi.json}, so that it shows what that shows to the
 * one who asks. Everything it needs comes from here; it runs and loads nothing else.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/docs", "/docs/*"})
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + Contexts.API + ")")
@SuppressWarnings("serial") // No container of ours writes servlets down.
public final class ReferenceServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String FOLDER = "/io/switchboard/rest/internal/reference/";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final transient Map<String, Part> parts;

    private static final class Part {
        private final String type;
        private final byte[] content;

        Part(String type, byte[] content) {
            this.type = type;
            this.content = content;
        }
    }

    /** Reads the page's parts, of which there are few. */
    @Activate
    public ReferenceServlet() {
        Part page = part("index.html", "text/html;charset=utf-8");
        parts = Map.of(
                "/docs", page,
                "/docs/", page,
                "/docs/page.css", part("page.css", "text/css;charset=utf-8"),
                "/docs/words.js", part("words.js", "text/javascript;charset=utf-8"),
                "/docs/model.js", part("model.js", "text/javascript;charset=utf-8"),
                "/docs/page.js", part("page.js", "text/javascript;charset=utf-8"));
    }

    private static Part part(String file, String type) {
        try (InputStream in = Objects.requireNonNull(ReferenceServlet.class.getResourceAsStream(FOLDER + file))) {
            return new Part(type, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Part> part = Optional.ofNullable(parts.get(request.getRequestURI()));
        boolean head = request.getMethod().equals("HEAD");
        if (part.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (head || request.getMethod().equals("GET")) {
            send(part.get(), response, head);
        } else {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private static void send(Part part, HttpServletResponse response, boolean head) throws IOException {
        response.setContentType(part.type);
        response.setContentLength(part.content.length);
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-cache");
        if (!head) {
            response.getOutputStream().write(part.content);
        }
    }
}
