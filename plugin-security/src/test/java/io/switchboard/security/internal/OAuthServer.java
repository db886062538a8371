package io.switchboard.security.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.security.internal.issuer.ExternalTokens;
import io.switchboard.security.internal.oauth.GrantTypes;
import io.switchboard.security.internal.oauth.IntrospectionServlet;
import io.switchboard.security.internal.oauth.JwksServlet;
import io.switchboard.security.internal.oauth.ResourceMetadataServlet;
import io.switchboard.security.internal.oauth.RevocationServlet;
import io.switchboard.security.internal.oauth.ServerMetadataServlet;
import io.switchboard.security.internal.oauth.TokenExchange;
import io.switchboard.security.internal.oauth.TokenServlet;
import jakarta.servlet.Servlet;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/** The OAuth endpoints of a hub over HTTP. */
final class OAuthServer implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();

    final String base;
    private final Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * What came back.
     *
     * @param status the status
     * @param body the JSON, if there is any
     * @param response the rest
     */
    record Answer(int status, JsonNode body, HttpResponse<String> response) {
        String text(String member) {
            return body.path(member).asText();
        }
    }

    OAuthServer(TestHub hub) throws Exception {
        this(hub, hub.issuers);
    }

    OAuthServer(TestHub hub, ExternalTokens external) throws Exception {
        GrantTypes grants =
                new GrantTypes(List.of(hub.grant, new TokenExchange(hub.roles, hub.tokens, external, hub.clock)));
        ServletContextHandler context = new ServletContextHandler("/");
        add(
                context,
                new TokenServlet(hub.identity, hub.keys, hub.roles, hub.clientAuthentication, hub.audit, grants),
                "/oauth2/token");
        add(
                context,
                new RevocationServlet(hub.clientAuthentication, hub.audit, hub.tokens, hub.revocations),
                "/oauth2/revoke");
        add(
                context,
                new IntrospectionServlet(hub.identity, hub.roles, hub.clientAuthentication, hub.audit, hub.tokens),
                "/oauth2/introspect");
        add(context, new JwksServlet(hub.keys), "/oauth2/jwks");
        add(context, new ServerMetadataServlet(hub.identity, grants), "/.well-known/oauth-authorization-server");
        add(context, new ResourceMetadataServlet(hub.identity), "/.well-known/oauth-protected-resource");
        server.setHandler(context);
        server.start();
        base = "http://127.0.0.1:" + server.getURI().getPort();
    }

    private static void add(ServletContextHandler context, Servlet servlet, String path) {
        context.addServlet(new ServletHolder(servlet), path);
    }

    /** Posts a form of names and values in turn, as a client that authenticates by its secret; none: as nobody. */
    Answer post(String path, String client, String secret, String... form) throws Exception {
        StringBuilder body = new StringBuilder();
        for (int at = 0; at < form.length; at += 2) {
            body.append(at == 0 ? "" : "&")
                    .append(encoded(form[at]))
                    .append('=')
                    .append(encoded(form[at + 1]));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()));
        if (!client.isEmpty()) {
            String pair = encoded(client) + ":" + encoded(secret);
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII)));
        }
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), JSON.readTree(response.body()), response);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
