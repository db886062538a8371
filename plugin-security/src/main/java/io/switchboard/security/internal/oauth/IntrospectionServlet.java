package io.switchboard.security.internal.oauth;

import io.switchboard.core.audit.AuditNotes;
import io.switchboard.security.internal.client.Client;
import io.switchboard.security.internal.role.RoleBook;
import io.switchboard.security.internal.token.AccessToken;
import io.switchboard.security.internal.token.HubIdentity;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code POST /oauth2/introspect} (RFC 7662): what a token of the hub says, to its own client and to clients whose roles have
 * {@value #SCOPE}. To anybody else a token of another client is one that does not exist.
 */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + OAuthContext.NAME + ")")
@HttpWhiteboardServletPattern("/introspect")
public final class IntrospectionServlet extends ClientEndpoint {
    /** What a client's roles need to look at the tokens of others. */
    static final String SCOPE = "security.introspect";

    private static final long serialVersionUID = 1L;

    private final transient HubIdentity hub;
    private final transient RoleBook roles;
    private final transient OwnTokens tokens;

    /** Over the parts of the plugin. */
    @Activate
    public IntrospectionServlet(
            @Reference HubIdentity hub,
            @Reference RoleBook roles,
            @Reference ClientAuthentication authentication,
            @Reference AuditNotes audit,
            @Reference OwnTokens tokens) {
        super(authentication, audit, "introspect");
        this.hub = hub;
        this.roles = roles;
        this.tokens = tokens;
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    Map<String, ?> answer(HttpServletRequest request, Form form, Attempt attempt) throws OAuthFault {
        Client client = authenticate(request, form, attempt);
        Optional<OwnTokens.Live> live = tokens.find(form.require("token")).filter(found -> mayKnow(client, found));
        return live.isPresent() ? described(live.get()) : Map.of("active", false);
    }

    private boolean mayKnow(Client client, OwnTokens.Live live) {
        return live.client().id().equals(client.id())
                || roles.current().scopes(client.roles()).covers(SCOPE);
    }

    private Map<String, Object> described(OwnTokens.Live live) {
        AccessToken token = live.token();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("active", true);
        // What it can be used for now, which the roles may have narrowed since.
        answer.put(
                "scope",
                token.scopes()
                        .and(roles.current().scopes(live.client().roles()))
                        .text());
        answer.put("client_id", token.clientId());
        answer.put("token_type", "Bearer");
        answer.put("exp", token.expires().getEpochSecond());
        answer.put("iat", token.issued().getEpochSecond());
        answer.put("sub", token.customer().orElse(token.clientId()));
        answer.put("aud", hub.audience());
        answer.put("iss", hub.issuer());
        answer.put("jti", token.id());
        token.customer().ifPresent(customer -> answer.put("customer", customer));
        token.actor().ifPresent(actor -> answer.put("act", Map.of("sub", actor)));
        return answer;
    }
}
