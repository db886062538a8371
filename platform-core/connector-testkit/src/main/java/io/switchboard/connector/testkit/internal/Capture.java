package io.switchboard.connector.testkit.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.core.call.CallReply;
import io.switchboard.core.call.Problem;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.value.JsonOutput;
import io.switchboard.core.value.ValueOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Takes a call's answer as JSON. */
public final class Capture implements CallReply {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CompletableFuture<Ended> ended = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Runnable beforeResult;
    private Optional<JsonOutput> out = Optional.empty();

    /** Does something on the call's thread before its result is written, when the connector has returned. */
    public Capture(Runnable beforeResult) {
        this.beforeResult = beforeResult;
    }

    /**
     * How a call ended. Immutable.
     *
     * @param result what it gave; empty where that is nothing, or where it failed
     * @param problem how it failed; empty where it succeeded
     * @param done how it succeeded; empty where it failed
     */
    public record Ended(Optional<JsonNode> result, Optional<Problem> problem, Optional<Done> done) {}

    /** How the call ended, when it has. */
    public CompletableFuture<Ended> ended() {
        return ended;
    }

    @Override
    public ValueOutput result(OperationDescriptor operation) {
        beforeResult.run();
        JsonOutput json = new JsonOutput(bytes);
        out = Optional.of(json);
        return json;
    }

    @Override
    public void done(Done done) {
        try {
            out.ifPresent(JsonOutput::close);
            String text = bytes.toString(StandardCharsets.UTF_8);
            Optional<JsonNode> result = text.isEmpty() ? Optional.empty() : Optional.of(JSON.readTree(text));
            once(new Ended(result, Optional.empty(), Optional.of(done)));
        } catch (JsonProcessingException e) {
            ended.completeExceptionally(e);
        }
    }

    @Override
    public void failed(Problem problem) {
        once(new Ended(Optional.empty(), Optional.of(problem), Optional.empty()));
    }

    private void once(Ended value) {
        if (!ended.complete(value)) {
            throw new IllegalStateException("the call was answered twice");
        }
    }
}
