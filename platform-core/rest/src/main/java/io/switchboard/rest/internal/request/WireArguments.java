package io.switchboard.rest.internal.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.ArgumentFault;
import io.switchboard.core.call.ArgumentSource;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.value.TextArguments;
import io.switchboard.rest.internal.path.Endpoint;
import io.switchboard.rest.internal.wire.BodyBuffer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;

/** The arguments of one request: its path, query and body in one object. */
public final class WireArguments implements ArgumentSource {
    static final Text ONCE = new Text("One value, in one place: path, query or body.", "只能在路径、查询或请求体其中一处给出一个值。");

    private final HttpServletRequest request;
    private final Endpoint endpoint;
    private final List<String> path;
    private final CallHeaders headers;
    private final BodyBuffer buffer;
    private final int bodyLimit;

    /** Reads by way of a buffer that is free again afterwards. */
    public WireArguments(
            HttpServletRequest request,
            Endpoint endpoint,
            List<String> path,
            CallHeaders headers,
            BodyBuffer buffer,
            int bodyLimit) {
        this.request = request;
        this.endpoint = endpoint;
        this.path = path;
        this.headers = headers;
        this.buffer = buffer;
        this.bodyLimit = bodyLimit;
    }

    @Override
    public ObjectNode read() throws CallFailure {
        ObjectNode arguments = body();
        List<ArgumentFault> faults = new ArrayList<>(headers.faults());
        for (Endpoint.Variable variable : endpoint.variables()) {
            String name = variable.member().name();
            if (arguments.has(name)) {
                faults.add(new ArgumentFault(name, "value", ONCE));
            } else {
                arguments.set(name, TextArguments.node(variable.member().type(), path.get(variable.segment())));
            }
        }
        String query = request.getQueryString();
        if (query != null) {
            new QueryArguments(arguments, endpoint.members(), faults).add(query);
        }
        if (!faults.isEmpty()) {
            throw CallFailure.ofArguments(faults);
        }
        return arguments;
    }

    private ObjectNode body() throws CallFailure {
        if (!RequestBody.isThere(request, endpoint.body())) {
            return JsonArguments.NODES.objectNode();
        }
        if (!endpoint.body()) {
            throw CallFailure.of(
                    ErrorCode.INVALID_ARGUMENTS,
                    request.getMethod() + " takes its arguments from the path and the query, and no body.",
                    request.getMethod() + " 的参数取自路径和查询，不得带请求体。");
        }
        ContentType type = RequestBody.type(request);
        RequestBody.read(request, buffer, bodyLimit);
        if (buffer.size() == 0) {
            return JsonArguments.NODES.objectNode();
        }
        return type == ContentType.JSON
                ? JsonArguments.read(buffer)
                : XmlArguments.read(buffer, endpoint.operation().input());
    }
}
