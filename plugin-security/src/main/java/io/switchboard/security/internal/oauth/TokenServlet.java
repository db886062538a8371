package io.switchboard.security.internal.oauth;

import io.switchboard.security.internal.client.Client;
import io.switchboard.security.internal.client.Clients;
import io.switchboard.security.internal.client.StoreUnavailable;
import io.switchboard.security.internal.key.KeyRing;
import io.switchboard.security.internal.key.SigningKey;
import io.switchboard.security.internal.role.RoleBook;
import io.switchboard.security.internal.token.AccessToken;
import io.switchboard.security.internal.token.HubIdentity;
import io.switchboard.security.internal.token.TokenIssuer;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /oauth2/token} (RFC 6749, 3.2). */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + OAuthContext.NAME + ")")
@HttpWhiteboardServletPattern("/token")
public final class TokenServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(TokenServlet.class);
    private static final int MOST_BYTES = 16 << 10;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final transient HubIdentity hub;
    private final transient KeyRing keys;
    private final transient RoleBook roles;
    private final transient List<GrantType> grants;
    private final transient ClientAuthentication authentication;

    /** Over the parts of the plugin. */
    @Activate
    public TokenServlet(
            @Reference HubIdentity hub,
            @Reference KeyRing keys,
            @Reference RoleBook roles,
            @Reference Clients clients,
            @Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE, policyOption = ReferencePolicyOption.GREEDY)
                    List<GrantType> grants) {
        this(hub, keys, roles, clients, grants, InstantSource.system());
    }

    /** The same, by another clock. */
    public TokenServlet(
            HubIdentity hub,
            KeyRing keys,
            RoleBook roles,
            Clients clients,
            List<GrantType> grants,
            InstantSource clock) {
        this.hub = hub;
        this.keys = keys;
        this.roles = roles;
        this.grants = List.copyOf(grants);
        this.authentication = new ClientAuthentication(clients, clock);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (!request.getMethod().equals("POST")) {
                Answers.methodNotAllowed(response, "POST");
                return;
            }
            Answers.json(response, 200, Answers.NEVER_KEPT, token(request));
        } catch (OAuthFault fault) {
            refuse(response, fault);
        } catch (StoreUnavailable e) {
            LOG.warn("The token endpoint cannot look up clients", e);
            refuse(response, OAuthFault.unavailable());
        }
    }

    private Map<String, Object> token(HttpServletRequest request) throws IOException, OAuthFault {
        Form form = form(request);
        String wanted = form.get("grant_type")
                .orElseThrow(() -> OAuthFault.invalidRequest("The parameter grant_type is missing."));
        GrantType grant = grants.stream()
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(OAuthFault::unsupportedGrantType);
        PresentedSecret presented = PresentedSecret.of(request.getHeader("Authorization"), form);
        if (roles.current().isEmpty()) {
            throw OAuthFault.unavailable();
        }
        SigningKey key = keys.signing().orElseThrow(OAuthFault::unavailable);
        Client client = authentication.authenticate(presented, request.getRemoteAddr());
        AccessToken token = grant.grant(client, form);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", TokenIssuer.write(token, hub, key));
        answer.put("token_type", "Bearer");
        answer.put(
                "expires_in", Duration.between(token.issued(), token.expires()).toSeconds());
        answer.put("scope", token.scopes().text());
        return answer;
    }

    private static Form form(HttpServletRequest request) throws IOException, OAuthFault {
        if (request.getQueryString() != null) {
            throw OAuthFault.invalidRequest("Parameters stand in the body, never in the address.");
        }
        String type = request.getContentType() == null ? "" : request.getContentType();
        if (!type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(FORM)) {
            throw OAuthFault.invalidRequest("The body has to be " + FORM + ".");
        }
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw OAuthFault.tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw OAuthFault.tooLarge();
        }
        return Form.parse(body);
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
