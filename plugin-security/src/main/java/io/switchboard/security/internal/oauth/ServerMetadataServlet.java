package io.switchboard.security.internal.oauth;

import io.switchboard.security.internal.client.KeyAlgorithm;
import io.switchboard.security.internal.token.HubIdentity;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code GET /.well-known/oauth-authorization-server} (RFC 8414). */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + WellKnownContext.NAME + ")")
@HttpWhiteboardServletPattern("/oauth-authorization-server")
public final class ServerMetadataServlet extends PublicDocument {
    private static final long serialVersionUID = 1L;
    private static final List<String> METHODS = List.of("client_secret_basic", "client_secret_post", "private_key_jwt");
    private static final List<String> ALGORITHMS =
            Arrays.stream(KeyAlgorithm.values()).map(KeyAlgorithm::name).toList();

    private final transient HubIdentity hub;
    private final transient GrantTypes grants;

    /** For a hub and its grant types. */
    @Activate
    public ServerMetadataServlet(@Reference HubIdentity hub, @Reference GrantTypes grants) {
        this.hub = hub;
        this.grants = grants;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<BaseAddress> base = BaseAddress.of(hub, request);
        if (base.isEmpty()) {
            BaseAddress.refuse(response);
            return;
        }
        String address = base.get().text();
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", address);
        metadata.put("token_endpoint", address + Addresses.TOKEN_PATH);
        metadata.put("introspection_endpoint", address + "/oauth2/introspect");
        metadata.put("revocation_endpoint", address + "/oauth2/revoke");
        metadata.put("jwks_uri", address + "/oauth2/jwks");
        metadata.put("grant_types_supported", grants.names());
        metadata.put("response_types_supported", List.of());
        for (String endpoint : List.of("token", "introspection", "revocation")) {
            metadata.put(endpoint + "_endpoint_auth_methods_supported", METHODS);
            metadata.put(endpoint + "_endpoint_auth_signing_alg_values_supported", ALGORITHMS);
        }
        metadata.put("protected_resources", List.of(address));
        Answers.json(response, HttpServletResponse.SC_OK, base.get().cacheControl(), metadata);
    }
}
