package io.switchboard.security.internal.oauth;

import io.switchboard.core.audit.AuditNotes;
import io.switchboard.security.internal.client.Client;
import io.switchboard.security.internal.store.StoreUnavailable;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where clients post a form and have to authenticate. */
abstract class ClientEndpoint extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ClientEndpoint.class);

    private final transient ClientAuthentication authentication;
    private final transient AuditNotes audit;
    private final String name;

    /** Takes what the audit knows the endpoint by. */
    ClientEndpoint(ClientAuthentication authentication, AuditNotes audit, String name) {
        this.authentication = authentication;
        this.audit = audit;
        this.name = name;
    }

    /** The members of the answer; none where the status says it all. */
    abstract Map<String, ?> answer(HttpServletRequest request, Form form, Attempt attempt) throws OAuthFault;

    /** Whether what is answered is worth a record; what is refused always is. */
    boolean changes() {
        return true;
    }

    /** The client that sent the request, which is none of the client's business where it is another's. */
    final Client authenticate(HttpServletRequest request, Form form, Attempt attempt) throws OAuthFault {
        return authentication.authenticate(request, form, attempt);
    }

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("POST")) {
            Answers.methodNotAllowed(response, "POST");
            return;
        }
        Attempt attempt = new Attempt();
        try {
            Map<String, ?> answer = answered(request, attempt);
            if (answer.isEmpty()) {
                Answers.empty(response);
            } else {
                Answers.json(response, HttpServletResponse.SC_OK, Answers.NEVER_KEPT, answer);
            }
        } catch (OAuthFault fault) {
            refuse(response, fault);
        }
    }

    /** The answer, once the audit has it. */
    private Map<String, ?> answered(HttpServletRequest request, Attempt attempt) throws IOException, OAuthFault {
        Map<String, ?> answer;
        try {
            answer = answer(request, Form.of(request), attempt);
        } catch (OAuthFault fault) {
            record(request, attempt, Optional.of(fault));
            throw fault;
        } catch (StoreUnavailable e) {
            LOG.warn("An OAuth endpoint cannot reach the store", e);
            OAuthFault fault = OAuthFault.unavailable();
            record(request, attempt, Optional.of(fault));
            throw fault;
        }
        if (changes()) {
            record(request, attempt, Optional.empty());
        }
        return answer;
    }

    private void record(HttpServletRequest request, Attempt attempt, Optional<OAuthFault> fault) throws OAuthFault {
        try {
            audit.add(attempt.note(name, Optional.ofNullable(request.getHeader("traceparent")), fault));
        } catch (IOException e) {
            LOG.error("A request to /oauth2/{} is not in the audit, and is refused: {}", name, e.getMessage());
            throw OAuthFault.unavailable();
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
