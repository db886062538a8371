package io.switchboard.security.internal.oauth;

import io.switchboard.security.internal.token.HubIdentity;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code GET /.well-known/oauth-protected-resource}: where tokens for the hub come from (RFC 9728). */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + WellKnownContext.NAME + ")")
@HttpWhiteboardServletPattern("/oauth-protected-resource")
public final class ResourceMetadataServlet extends PublicDocument {
    private static final long serialVersionUID = 1L;

    private final transient HubIdentity hub;

    /** For a hub. */
    @Activate
    public ResourceMetadataServlet(@Reference HubIdentity hub) {
        this.hub = hub;
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
        metadata.put("resource", address);
        metadata.put("authorization_servers", List.of(address));
        metadata.put("bearer_methods_supported", List.of("header"));
        metadata.put("resource_name", "Switchboard");
        Answers.json(response, HttpServletResponse.SC_OK, base.get().cacheControl(), metadata);
    }
}
