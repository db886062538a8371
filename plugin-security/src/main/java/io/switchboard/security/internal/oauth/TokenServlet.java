package io.switchboard.security.internal.oauth;

import io.switchboard.core.audit.AuditNotes;
import io.switchboard.security.internal.client.Client;
import io.switchboard.security.internal.key.KeyRing;
import io.switchboard.security.internal.key.SigningKey;
import io.switchboard.security.internal.role.RoleBook;
import io.switchboard.security.internal.token.AccessToken;
import io.switchboard.security.internal.token.HubIdentity;
import io.switchboard.security.internal.token.TokenIssuer;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code POST /oauth2/token} (RFC 6749, 3.2), for the hub's own resource (RFC 8707). */
@Component(service = {Servlet.class, TokenServlet.class})
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + OAuthContext.NAME + ")")
@HttpWhiteboardServletPattern("/token")
public final class TokenServlet extends ClientEndpoint {
    private static final long serialVersionUID = 1L;

    private final transient HubIdentity hub;
    private final transient KeyRing keys;
    private final transient RoleBook roles;
    private final transient GrantTypes grants;

    /** Over the parts of the plugin. */
    @Activate
    public TokenServlet(
            @Reference HubIdentity hub,
            @Reference KeyRing keys,
            @Reference RoleBook roles,
            @Reference ClientAuthentication authentication,
            @Reference AuditNotes audit,
            @Reference GrantTypes grants) {
        super(authentication, audit, "token");
        this.hub = hub;
        this.keys = keys;
        this.roles = roles;
        this.grants = grants;
    }

    @Override
    Map<String, ?> answer(HttpServletRequest request, Form form, Attempt attempt) throws OAuthFault {
        String wanted = form.require("grant_type");
        GrantType grant = grants.find(wanted).orElseThrow(OAuthFault::unsupportedGrantType);
        attempt.grant(grant);
        if (roles.current().isEmpty()) {
            throw OAuthFault.unavailable();
        }
        SigningKey key = keys.signing().orElseThrow(OAuthFault::unavailable);
        Client client = authenticate(request, form, attempt);
        if (!Addresses.resources(hub, request).containsAll(form.targets())) {
            throw OAuthFault.invalidTarget();
        }
        AccessToken token = grant.grant(client, form);
        attempt.token(token);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", TokenIssuer.write(token, hub, key));
        answer.put("token_type", "Bearer");
        answer.put(
                "expires_in", Duration.between(token.issued(), token.expires()).toSeconds());
        answer.put("scope", token.scopes().text());
        answer.putAll(grant.alsoAnswered());
        return answer;
    }
}
