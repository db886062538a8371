package io.switchboard.security.internal.oauth;

import io.switchboard.core.audit.AuditNotes;
import io.switchboard.security.internal.client.Client;
import io.switchboard.security.internal.revocation.Revocations;
import io.switchboard.security.internal.token.AccessToken;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code POST /oauth2/revoke} (RFC 7009): a client ends a token of its own. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + OAuthContext.NAME + ")")
@HttpWhiteboardServletPattern("/revoke")
public final class RevocationServlet extends ClientEndpoint {
    private static final long serialVersionUID = 1L;

    private final transient OwnTokens tokens;
    private final transient Revocations revocations;

    /** Over the parts of the plugin. */
    @Activate
    public RevocationServlet(
            @Reference ClientAuthentication authentication,
            @Reference AuditNotes audit,
            @Reference OwnTokens tokens,
            @Reference Revocations revocations) {
        super(authentication, audit, "revoke");
        this.tokens = tokens;
        this.revocations = revocations;
    }

    @Override
    Map<String, ?> answer(HttpServletRequest request, Form form, Attempt attempt) throws OAuthFault {
        Client client = authenticate(request, form, attempt);
        Optional<AccessToken> token = tokens.find(form.require("token")).map(OwnTokens.Live::token);
        // One that is not valid is as good as ended (RFC 7009, 2.2).
        if (token.isPresent()) {
            revoke(client, token.get());
            attempt.token(token.get());
        }
        return Map.of();
    }

    private void revoke(Client client, AccessToken token) throws OAuthFault {
        if (!token.clientId().equals(client.id())) {
            throw OAuthFault.unauthorizedClient("The token is not the client's.");
        }
        if (!revocations.add(token.id(), client.id(), token.expires())) {
            throw OAuthFault.unavailable();
        }
    }
}
