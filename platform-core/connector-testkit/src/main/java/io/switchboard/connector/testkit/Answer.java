package io.switchboard.connector.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.connector.Advice;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.testkit.internal.Capture.Ended;
import io.switchboard.core.call.ArgumentFault;
import io.switchboard.core.call.CallReply.Done;
import io.switchboard.core.call.Problem;
import io.switchboard.core.internal.bind.BoundOperation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended: with a result, masked for who called, or with a problem. Asking for the one where there is the other fails the test
 * and says what came instead. Immutable.
 */
public final class Answer {
    private final Ended ended;
    private final Optional<BoundOperation> operation;

    Answer(Ended ended, Optional<BoundOperation> operation) {
        this.ended = ended;
        this.operation = operation;
    }

    /** Whether it succeeded. */
    public boolean succeeded() {
        return ended.done().isPresent();
    }

    /** The result as JSON. */
    public JsonNode json() {
        done();
        return ended.result()
                .orElseThrow(() -> new AssertionError("The call succeeded, and the operation gives nothing"));
    }

    /** Whether there is a result: it succeeded, and the operation gives something. */
    public boolean hasResult() {
        return ended.result().isPresent();
    }

    /** The result as the text of its JSON. */
    public String text() {
        return json().toString();
    }

    /**
     * The result as the record that the method gives, or a {@code Page} of such. What is masked cannot be made into one: call as somebody
     * who sees it.
     */
    public <T> T as(Class<T> type) {
        Object result = operation.map(each -> read(each, json())).orElse(null);
        if (!type.isInstance(result)) {
            throw new AssertionError("The result is no " + type.getSimpleName() + ": " + json());
        }
        return type.cast(result);
    }

    private static @Nullable Object read(BoundOperation operation, JsonNode json) {
        return operation.readResult(json);
    }

    /** Whether it is the recorded outcome of an earlier call with the same key, be it a result or a problem. */
    public boolean replayed() {
        return ended.done()
                .map(Done::replayed)
                .or(() -> ended.problem().map(Problem::replayed))
                .orElse(false);
    }

    /** The call to ask about later. */
    public String callId() {
        return ended.done()
                .map(Done::callId)
                .or(() -> ended.problem().map(Problem::callId))
                .orElse("");
    }

    /** Where in the result the text stands that customers wrote. */
    public List<String> untrusted() {
        return done().untrusted();
    }

    /** How it failed. */
    public Problem problem() {
        return ended.problem()
                .orElseThrow(() -> new AssertionError("The call succeeded"
                        + ended.result().map(json -> " with " + json).orElse("")));
    }

    /** The problem's code. */
    public ErrorCode code() {
        return problem().code();
    }

    /** The problem's reason, with the connector before it, such as {@code loyalty/expired}; empty where there is none. */
    public String reason() {
        return problem().reason();
    }

    /** What the caller is told to do. */
    public Advice advice() {
        return problem().code().advice();
    }

    /** The paths of the arguments at fault. */
    public List<String> arguments() {
        return problem().faults().stream().map(ArgumentFault::path).toList();
    }

    private Done done() {
        return ended.done().orElseThrow(() -> new AssertionError("The call failed: " + this));
    }

    @Override
    public String toString() {
        return ended.problem()
                .map(Answer::words)
                .orElseGet(() -> ended.result().map(JsonNode::toString).orElse("nothing"));
    }

    private static String words(Problem problem) {
        StringBuilder words =
                new StringBuilder().append(problem.code().number()).append(' ').append(problem.code());
        if (!problem.reason().isEmpty()) {
            words.append(' ').append(problem.reason());
        }
        if (!problem.detail().isEmpty()) {
            words.append(": ").append(problem.detail().en());
        }
        for (ArgumentFault fault : problem.faults()) {
            words.append("; ")
                    .append(fault.path().isEmpty() ? "the whole" : fault.path())
                    .append(": ")
                    .append(fault.fault())
                    .append(", expected: ")
                    .append(fault.expected().en());
        }
        return words.toString();
    }
}
