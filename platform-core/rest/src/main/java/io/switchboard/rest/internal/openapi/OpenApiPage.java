package io.switchboard.rest.internal.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.Arrival;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.catalogue.Catalogue;
import io.switchboard.core.catalogue.CatalogueSnapshot;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.security.Authenticator;
import io.switchboard.core.security.Authoriser;
import io.switchboard.core.security.Caller;
import io.switchboard.rest.internal.answer.Exchange;
import io.switchboard.rest.internal.answer.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The OpenAPI document: whole, of one connector ({@code ?connector=loyalty}), or of one major of it. It shows what the caller may call;
 * to a caller without a token it shows all or nothing.
 */
public final class OpenApiPage implements Page {
    private static final int MOST_KEPT = 32;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Catalogue catalogue;
    private final BooleanSupplier isPublic;
    private final Supplier<Optional<Authenticator>> authenticator;
    private final Supplier<Optional<Authoriser>> authoriser;
    private final String version;
    private final Map<Key, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** Documents what a catalogue offers. */
    public OpenApiPage(
            Catalogue catalogue,
            BooleanSupplier isPublic,
            Supplier<Optional<Authenticator>> authenticator,
            Supplier<Optional<Authoriser>> authoriser,
            String version) {
        this.catalogue = catalogue;
        this.isPublic = isPublic;
        this.authenticator = authenticator;
        this.authoriser = authoriser;
        this.version = version;
    }

    /** What a document is of, and so whether two callers get the same one. */
    private record Key(long generation, String connector, Set<String> shown, Set<String> held) {}

    /** What a caller may see. */
    private record Rights(Predicate<OperationDescriptor> operations, Set<String> held) {}

    @Override
    public void answer(Exchange exchange, Arrival arrival, List<String> path) throws CallFailure, IOException {
        Rights permitted = permitted(arrival);
        CatalogueSnapshot snapshot = catalogue.current();
        String wanted = wanted(exchange, path);
        List<ConnectorDescriptor> connectors = snapshot.connectors().stream()
                .filter(each -> wanted.isEmpty() || wanted.equals(each.id()) || wanted.equals(each.name()))
                .toList();
        if (connectors.isEmpty() && !wanted.isEmpty()) {
            throw CallFailure.of(
                    ErrorCode.NO_SUCH_OPERATION, "There is no such connector, or not in this version.", "没有该连接器或该版本。");
        }
        Set<String> shown = new HashSet<>();
        for (ConnectorDescriptor connector : connectors) {
            connector.operations().stream()
                    .filter(permitted.operations())
                    .map(OperationDescriptor::name)
                    .forEach(shown::add);
        }
        byte[] document =
                document(new Key(snapshot.generation(), wanted, Set.copyOf(shown), permitted.held()), connectors);
        exchange.send(HttpServletResponse.SC_OK, "application/json", document, document.length);
    }

    private Rights permitted(Arrival arrival) throws CallFailure {
        if (arrival.credentials().isEmpty()) {
            if (isPublic.getAsBoolean()) {
                return new Rights(operation -> true, HubPaths.SCOPES);
            }
            throw CallFailure.of(
                    ErrorCode.UNAUTHENTICATED, "This document is shown to callers with a token.", "该文档仅向持有令牌的调用方展示。");
        }
        Optional<Authenticator> who = authenticator.get();
        Optional<Authoriser> what = authoriser.get();
        if (who.isEmpty() || what.isEmpty()) {
            throw CallFailure.of(ErrorCode.NOT_READY, "The security plugin has not started.", "安全插件尚未启动。");
        }
        Caller caller = who.get().authenticate(arrival.credentials().get());
        Authoriser rules = what.get();
        return new Rights(
                operation -> rules.permits(caller, operation),
                HubPaths.SCOPES.stream()
                        .filter(caller::covers)
                        .filter(scope -> caller.boundCustomer().isEmpty() || !HubPaths.STAFF_SCOPES.contains(scope))
                        .collect(Collectors.toSet()));
    }

    private static String wanted(Exchange exchange, List<String> path) throws CallFailure {
        if (path.size() == 4) {
            return path.get(1) + "." + path.get(2);
        }
        String query = exchange.request().getQueryString();
        if (query == null || query.isEmpty()) {
            return "";
        }
        if (query.startsWith("connector=") && query.indexOf('&') < 0) {
            return query.substring("connector=".length());
        }
        throw CallFailure.of(ErrorCode.INVALID_ARGUMENTS, "The one parameter is connector.", "唯一的参数是 connector。");
    }

    private byte[] document(Key key, List<ConnectorDescriptor> connectors) throws JsonProcessingException {
        synchronized (kept) {
            byte[] document = kept.get(key);
            if (document != null) {
                return document;
            }
        }
        byte[] made = JSON.writeValueAsBytes(OpenApiDocument.of(
                version,
                connectors,
                key.connector().isEmpty(),
                key.held(),
                operation -> key.shown().contains(operation.name())));
        synchronized (kept) {
            kept.keySet().removeIf(each -> each.generation() < key.generation());
            kept.put(key, made);
            if (kept.size() > MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return made;
    }
}
