package io.switchboard.security.internal.oauth;

import io.switchboard.security.internal.client.Client;
import io.switchboard.security.internal.store.StoreUnavailable;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where clients post a form and have to authenticate. */
abstract class ClientEndpoint extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ClientEndpoint.class);

    private final transient ClientAuthentication authentication;

    ClientEndpoint(ClientAuthentication authentication) {
        this.authentication = authentication;
    }

    /** The members of the answer; none where the status says it all. */
    abstract Map<String, ?> answer(HttpServletRequest request, Form form) throws OAuthFault;

    /** The client that sent the request, which is none of the client's business where it is another's. */
    final Client authenticate(HttpServletRequest request, Form form) throws OAuthFault {
        return authentication.authenticate(request, form);
    }

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (!request.getMethod().equals("POST")) {
                Answers.methodNotAllowed(response, "POST");
                return;
            }
            Map<String, ?> answer = answer(request, Form.of(request));
            if (answer.isEmpty()) {
                Answers.empty(response);
            } else {
                Answers.json(response, HttpServletResponse.SC_OK, Answers.NEVER_KEPT, answer);
            }
        } catch (OAuthFault fault) {
            refuse(response, fault);
        } catch (StoreUnavailable e) {
            LOG.warn("An OAuth endpoint cannot reach the store", e);
            refuse(response, OAuthFault.unavailable());
        }
    }

    private static void refuse(HttpServletResponse response, OAuthFault fault) throws IOException {
        if (fault.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"switchboard\", charset=\"UTF-8\"");
        }
        fault.retryAfter()
                .ifPresent(wait -> response.setHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds()))));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", fault.error());
        body.put("error_description", fault.description());
        Answers.json(response, fault.status(), Answers.NEVER_KEPT, body);
    }
}
