package io.switchboard.core.internal.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.core.call.ArgumentFault;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.internal.bind.IllegalResultException;
import io.switchboard.core.internal.bind.PageMembers;
import java.util.List;

/** Reads the arguments and makes the input record of them, or names every one that is wrong. */
final class BindArguments implements Step {
    private static final Text CURSOR_EXPECTED =
            new Text("The `next` of an earlier page of this listing, unchanged.", "应为该列表前一页返回的 `next`，且未经修改。");

    private final Cursors cursors;

    BindArguments(Cursors cursors) {
        this.cursors = cursors;
    }

    @Override
    public void before(Call call) throws CallFailure {
        ObjectNode arguments = call.request().arguments().read();
        if (call.operation().result() instanceof Result.Paged) {
            openCursor(call, arguments);
        }
        Object input = call.target().operation().bind(arguments, call.caller().boundCustomer());
        call.input(input);
        if (input != null) {
            call.auditArguments(masked(call, input));
        }
    }

    private void openCursor(Call call, ObjectNode arguments) throws CallFailure {
        JsonNode sealed = arguments.get(PageMembers.CURSOR);
        if (sealed == null || !sealed.isTextual()) {
            return;
        }
        String cursor = cursors.open(call, sealed.textValue())
                .orElseThrow(() -> CallFailure.ofArguments(
                        List.of(new ArgumentFault(PageMembers.CURSOR, "value", CURSOR_EXPECTED))));
        arguments.put(PageMembers.CURSOR, cursor);
    }

    private static String masked(Call call, Object input) {
        try {
            return Json.maskedArguments(call.target().operation(), input);
        } catch (IllegalResultException e) {
            throw new IllegalStateException("arguments that were bound cannot be written", e);
        }
    }
}
