package io.switchboard.connector.testkit;

import io.switchboard.connector.Approval;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.testkit.Trials.Trial;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Result;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Takes the connector away while a call is within it: that call ends well, and the next is told to come again. */
final class Departure {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Trials trials;
    private final Faults faults = new Faults();

    Departure(Trials trials) {
        this.trials = trials;
    }

    void check() {
        for (OperationDescriptor operation : trials.operations()) {
            List<Trial> all = trials.of(operation);
            boolean gives = !(operation.result() instanceof Result.None);
            if (gives && operation.approval() == Approval.NONE && !all.isEmpty()) {
                leave(operation, all.get(0));
            }
        }
        faults.requireNone("A call that was under way did not end well:");
    }

    private void leave(OperationDescriptor operation, Trial trial) {
        CountDownLatch returned = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        try (FakeHub hub = trials.another()) {
            Asking caller = trials.caller(hub, operation, trial.arguments()).key("leaving");
            // A call that fails never comes as far as its result; it ends by itself.
            CompletableFuture<Answer> call = caller.begin(operation.name(), trial.json(), () -> {
                        returned.countDown();
                        await(left);
                    })
                    .whenComplete((answer, thrown) -> returned.countDown());
            await(returned);
            CompletableFuture<Boolean> leaving = CompletableFuture.supplyAsync(() -> hub.removeConnectors(SOON));
            left.countDown();
            Answer answer = call.join();
            if (!leaving.join()) {
                faults.add(operation.id(), "still held its thread after " + SOON.toSeconds() + " s");
            }
            if (!answer.succeeded()
                    && (answer.code() == ErrorCode.INTERNAL || answer.code() == ErrorCode.CONNECTOR_FAULT)) {
                faults.add(operation.id(), answer.toString());
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(SOON.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("The call did not come as far within " + SOON.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
