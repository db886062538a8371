package io.switchboard.rest.internal.answer;

import io.switchboard.core.call.Arrival;
import io.switchboard.core.call.Credentials;
import io.switchboard.rest.internal.wire.BodyBuffer;
import io.switchboard.rest.internal.wire.Format;
import io.switchboard.rest.internal.wire.Languages;
import io.switchboard.rest.internal.wire.Negotiation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request and its response, with what was negotiated between them. The response is written by one thread, once. */
public final class Exchange {
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final @Nullable Format accepted;
    private final Locale locale;
    private final boolean html;
    private final boolean stream;
    private final String remote;
    private final boolean head;
    private final Supplier<Optional<String>> address;

    /** Negotiates format and language. */
    public Exchange(HttpServletRequest request, HttpServletResponse response) {
        this(request, response, Optional::empty);
    }

    /** The same of one that may have to be told where the hub stands, by the configured address if there is one. */
    public Exchange(HttpServletRequest request, HttpServletResponse response, Supplier<Optional<String>> address) {
        this.address = address;
        this.request = request;
        this.response = response;
        String accept = joined(request, "Accept");
        this.accepted = Negotiation.format(accept);
        this.html = Negotiation.prefers("text/html", accept);
        this.stream = Negotiation.prefers("text/event-stream", accept);
        this.locale = Languages.of(joined(request, "Accept-Language"));
        this.remote = Optional.ofNullable(request.getRemoteAddr()).orElse("");
        this.head = request.getMethod().equals("HEAD");
    }

    private static @Nullable String joined(HttpServletRequest request, String header) {
        Enumeration<String> values = request.getHeaders(header);
        if (values == null || !values.hasMoreElements()) {
            return null;
        }
        String value = values.nextElement();
        while (values.hasMoreElements()) {
            value = value + "," + values.nextElement();
        }
        return value;
    }

    public HttpServletRequest request() {
        return request;
    }

    public HttpServletResponse response() {
        return response;
    }

    /** Scheme and authority of the hub, as callers have it. */
    String address() {
        return address.get().orElseGet(this::ownAddress);
    }

    private String ownAddress() {
        int port = request.getServerPort();
        boolean usual = port <= 0 || port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }

    /** Whether any format of ours is accepted. */
    public boolean isAcceptable() {
        return accepted != null;
    }

    /** Whether a browser asks, for a page that a person reads. */
    public boolean prefersHtml() {
        return html;
    }

    /** Whether a stream of events is asked for. */
    public boolean prefersStream() {
        return stream;
    }

    /** What to answer in; JSON where nothing of ours is accepted, for then it is a problem that is answered. */
    public Format format() {
        return accepted == null ? Format.JSON : accepted;
    }

    public Locale locale() {
        return locale;
    }

    /** What the hub is to know of where the request came from. */
    public Arrival arrival(Optional<Credentials> credentials) {
        return new Arrival("rest", credentials, Optional.ofNullable(request.getHeader("traceparent")), locale, remote);
    }

    /** Says whose language the body is in. */
    void inLanguage() {
        response.setHeader("Content-Language", Languages.tag(locale));
    }

    /** Answers without a body. */
    public void send(int status) {
        response.setStatus(status);
        setCommonHeaders();
        Leftover.settle(request, response);
    }

    /** Answers with a body, whole and at once. */
    public void send(int status, String contentType, BodyBuffer body) throws IOException {
        send(status, contentType, body.array(), body.size());
    }

    /** Answers with so many bytes of an array. */
    public void send(int status, String contentType, byte[] bytes, int size) throws IOException {
        send(status);
        response.setContentType(contentType);
        response.setContentLength(size);
        if (!head) {
            response.getOutputStream().write(bytes, 0, size);
        }
    }

    private void setCommonHeaders() {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // The server may have said already that it varies by origin.
        response.addHeader("Vary", "Accept, Accept-Language");
    }
}
