package io.switchboard.core.internal.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.ConnectorException;
import io.switchboard.core.call.ArgumentFault;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.internal.bind.BoundOperation;
import io.switchboard.core.internal.bind.ConnectorBrokenException;
import io.switchboard.core.internal.bind.IllegalResultException;
import io.switchboard.core.internal.bind.PageMembers;
import io.switchboard.core.internal.handle.Handles;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads the arguments and makes the input record of them, or names every one that is wrong. */
final class BindArguments implements Step {
    private static final Text CURSOR_EXPECTED =
            new Text("The `next` of an earlier page of this listing, unchanged.", "应为该列表前一页返回的 `next`，且未经修改。");

    private static final int LONGEST_CONVERSATION = 128;
    private static final Text CONVERSATION_EXPECTED =
            new Text("1 to 128 visible ASCII characters.", "应为 1 到 128 个可见 ASCII 字符。");

    private final Cursors cursors;

    private final Supplier<Optional<Handles>> handles;

    BindArguments(Cursors cursors, Supplier<Optional<Handles>> handles) {
        this.cursors = cursors;
        this.handles = handles;
    }

    @Override
    public void before(Call call) throws CallFailure {
        checkConversation(call);
        ObjectNode arguments = call.request().arguments().read();
        if (call.operation().result() instanceof Result.Paged) {
            openCursor(call, arguments);
        }
        try {
            bind(call, arguments);
        } catch (ConnectorException | ConnectorBrokenException | IllegalResultException thrown) {
            // A record of the connector refused its components, or failed over them.
            throw ConnectorFailures.of(call, thrown);
        }
    }

    private void bind(Call call, ObjectNode arguments) throws CallFailure, IllegalResultException {
        BoundOperation operation = call.target().operation();
        CallHandles values = new CallHandles(
                handles, () -> CallHandles.scope(call.caller(), named(call, arguments), call.conversation()));
        Object input;
        try {
            input = operation.bind(arguments, call.caller().boundCustomer(), values);
        } catch (CallFailure faulty) {
            values.requireKnown();
            throw faulty;
        }
        call.input(input);
        if (input != null) {
            call.auditArguments(Json.maskedArguments(operation, input));
        }
    }

    /** The customer that the arguments name, before they are a record. */
    private static Optional<String> named(Call call, ObjectNode arguments) {
        return call.operation()
                .customer()
                .map(member -> arguments.get(member.name()))
                .map(JsonNode::textValue);
    }

    private static void checkConversation(Call call) throws CallFailure {
        if (call.conversation().isPresent()
                && !Visible.isText(call.conversation().get(), LONGEST_CONVERSATION)) {
            throw CallFailure.ofArguments(
                    List.of(new ArgumentFault("Switchboard-Conversation", "format", CONVERSATION_EXPECTED)));
        }
    }

    private void openCursor(Call call, ObjectNode arguments) throws CallFailure {
        call.listing(listing(arguments));
        JsonNode sealed = arguments.get(PageMembers.CURSOR);
        if (sealed == null || !sealed.isTextual()) {
            return;
        }
        String cursor = cursors.open(call, sealed.textValue())
                .orElseThrow(() -> CallFailure.ofArguments(
                        List.of(new ArgumentFault(PageMembers.CURSOR, "value", CURSOR_EXPECTED))));
        arguments.put(PageMembers.CURSOR, cursor);
    }

    /** What tells one listing from another: the arguments but those that page. */
    private static String listing(ObjectNode arguments) {
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        arguments.properties().forEach(each -> sorted.put(each.getKey(), each.getValue()));
        sorted.remove(PageMembers.CURSOR);
        sorted.remove(PageMembers.LIMIT);
        return Digests.sha256(sorted.toString());
    }
}
