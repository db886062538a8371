package io.switchboard.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.descriptor.OperationDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the OpenAPI 3.1 document of connectors. Parts are named by all that the connectors have, and only then left out, so that what
 * one caller sees is never shaped otherwise than what another sees.
 */
final class OpenApiDocument {
    private static final Logger LOG = LoggerFactory.getLogger(OpenApiDocument.class);

    private final String version;
    private final Components components = new Components();
    private final ErrorResponses errors;
    private final ObjectNode paths = Nodes.object();
    private final ArrayNode tags = Nodes.JSON.arrayNode();
    private final ObjectNode scopes = Nodes.object();

    private OpenApiDocument(String version) {
        this.version = version;
        SharedParts.addTo(components);
        errors = new ErrorResponses(components);
    }

    /**
     * Makes it.
     *
     * @param version the hub's version
     * @param connectors what to document
     * @param whole whether to document the hub's own addresses too
     * @param held the scopes whose pages are among them
     * @param shown which operations to show
     */
    static ObjectNode of(
            String version,
            List<ConnectorDescriptor> connectors,
            boolean whole,
            Set<String> held,
            Predicate<OperationDescriptor> shown) {
        OpenApiDocument document = new OpenApiDocument(version);
        connectors.forEach(connector -> document.add(connector, shown));
        if (whole) {
            HubPaths own = new HubPaths(document.components, document.errors);
            own.addTo(document.paths);
            own.addGuardedTo(document.paths, document.scopes, held);
            document.tags
                    .addObject()
                    .put("name", HubPaths.TAG)
                    .put("description", "What the hub itself answers.")
                    .put("x-description-zh", "平台自身的接口。");
        }
        return document.make();
    }

    private void add(ConnectorDescriptor connector, Predicate<OperationDescriptor> shown) {
        Schemas schemas = new Schemas(components, connector);
        boolean any = false;
        for (OperationDescriptor operation : connector.operations()) {
            try {
                any |= add(connector, operation, schemas, shown.test(operation));
            } catch (RuntimeException e) {
                // One bad operation must not take the document from all the others.
                LOG.error("{} cannot be documented", operation.name(), e);
            }
        }
        if (any) {
            tag(connector);
        }
    }

    private boolean add(
            ConnectorDescriptor connector, OperationDescriptor operation, Schemas schemas, boolean isShown) {
        ObjectNode node = new OperationNode(operation, schemas, errors).make();
        if (isShown) {
            String path = "/api/" + connector.id() + "/v" + connector.version()
                    + operation.route().template();
            paths.withObjectProperty(path).set(operation.route().method().toLowerCase(Locale.ROOT), node);
            scopes.put(operation.scope(), "Operations of " + connector.title().en() + " under " + operation.scope());
        }
        return isShown;
    }

    private void tag(ConnectorDescriptor connector) {
        ObjectNode tag = tags.addObject().put("name", connector.name());
        tag.put(
                "description",
                both(connector.title().en(), ". ", connector.description().en()));
        tag.put(
                "x-description-zh",
                both(connector.title().zh(), "。", connector.description().zh()));
    }

    private static String both(String title, String between, String description) {
        return description.isEmpty() ? title : title + between + description;
    }

    private ObjectNode make() {
        ObjectNode document = Nodes.object().put("openapi", "3.1.0");
        ObjectNode info = document.putObject("info").put("title", "Switchboard");
        info.put(
                "description",
                "The operations of this hub's connectors. Decimals and 64-bit numbers are strings; XML has the root `request` or "
                        + "`response`, lists with elements `item`, maps with elements `entry` that have a `key`. "
                        + "`Accept-Language` chooses between English and Chinese, and `traceparent` is taken up.");
        info.put("version", version);
        info.putObject("contact").put("name", "The operator of this hub");
        info.putObject("license").put("name", "Apache-2.0").put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        document.putArray("servers").addObject().put("url", "/").put("description", "This hub.");
        document.set("tags", tags);
        document.set("paths", paths);
        ObjectNode used = components.usedBy(document);
        ObjectNode oauth2 = used.putObject("securitySchemes").putObject("oauth2");
        oauth2.put("type", "oauth2").put("description", "A token of this hub, or of an identity provider it trusts.");
        ObjectNode flow = oauth2.putObject("flows").putObject("clientCredentials");
        flow.put("tokenUrl", "/oauth2/token").set("scopes", scopes);
        document.set("components", used);
        return document;
    }
}
