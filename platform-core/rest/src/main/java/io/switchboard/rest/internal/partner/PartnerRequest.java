package io.switchboard.rest.internal.partner;

import io.switchboard.core.security.Caller;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request as a partner's servlet sees it: with the caller, without the caller's credentials, and with an end. */
final class PartnerRequest extends HttpServletRequestWrapper {
    private static final String CREDENTIALS = "Authorization";

    private final Caller caller;
    private final int bodyLimit;
    private @Nullable ServletInputStream body;
    private @Nullable BufferedReader reader;

    PartnerRequest(HttpServletRequest request, Caller caller, int bodyLimit) {
        super(request);
        this.caller = caller;
        this.bodyLimit = bodyLimit;
    }

    @Override
    public String getRemoteUser() {
        return caller.name();
    }

    @Override
    public Principal getUserPrincipal() {
        return caller::name;
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.roles().contains(role);
    }

    @Override
    public String getAuthType() {
        return "BEARER";
    }

    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase(CREDENTIALS) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return name.equalsIgnoreCase(CREDENTIALS) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(CREDENTIALS::equalsIgnoreCase);
        return Collections.enumeration(names);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (reader != null) {
            throw new IllegalStateException("getReader() was called before");
        }
        return stream();
    }

    private ServletInputStream stream() throws IOException {
        if (body == null) {
            body = new BoundedBody(super.getInputStream(), bodyLimit);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (reader == null) {
            if (body != null) {
                throw new IllegalStateException("getInputStream() was called before");
            }
            Charset charset = Optional.ofNullable(getCharacterEncoding())
                    .map(Charset::forName)
                    .orElse(StandardCharsets.UTF_8);
            reader = new BufferedReader(new InputStreamReader(stream(), charset));
        }
        return reader;
    }

    /** The hub remembers nothing between two requests: sessions would be memory that callers fill. */
    @Override
    public HttpSession getSession() {
        throw new IllegalStateException("There are no sessions here");
    }

    @Override
    @SuppressWarnings("NullAway") // No session is told by null.
    public HttpSession getSession(boolean create) {
        if (create) {
            return getSession();
        }
        return null;
    }
}
