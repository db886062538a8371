package io.switchboard.ecommerce.internal.refund;

import io.switchboard.ecommerce.spi.Act;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A refund as it is written down. Immutable.
 *
 * @param id also the quote's id: 26 characters of {@code [a-z0-9]}, so that a step's letter fits behind it
 * @param offer what was offered, and is done exactly so
 * @param state how far it is
 * @param createdAt when it was offered
 * @param expiresAt until when it may be agreed to
 * @param committed the call by which it was agreed to; empty while it is a quote
 * @param conversation the conversation of that call
 * @param since since when it is in its state
 * @param attempts how often it could not go on since then
 * @param steps what is written down of its steps
 */
public record Refund(
        String id,
        Offer offer,
        RefundState state,
        Instant createdAt,
        Instant expiresAt,
        Optional<Act> committed,
        Optional<String> conversation,
        Instant since,
        int attempts,
        Map<Step, StepRecord> steps) {
    /** Copies the map. */
    public Refund {
        steps = Map.copyOf(steps);
    }

    /** Where it stands, in the customer's eyes. */
    public RefundStatus status() {
        // Once the money is back, what is left to do is not the customer's to wait for.
        if (done(Step.CREDIT)) {
            return RefundStatus.REFUNDED;
        }
        return switch (state) {
            case QUOTED -> RefundStatus.OFFERED;
            case RUNNING, UNDOING, DONE -> RefundStatus.IN_PROGRESS;
            case UNDONE -> RefundStatus.NOT_DONE;
            case HANDING, HANDED -> RefundStatus.WITH_A_PERSON;
        };
    }

    /** Whether a step was taken. */
    public boolean done(Step step) {
        return step(step).filter(StepRecord::done).isPresent();
    }

    /** Whether a step was begun, taken or not. */
    public boolean begun(Step step) {
        return step(step).isPresent();
    }

    Optional<StepRecord> step(Step step) {
        return Optional.ofNullable(steps.get(step));
    }

    /** What a step made; empty where it was not taken. */
    public Optional<String> result(Step step) {
        return step(step).filter(StepRecord::done).flatMap(StepRecord::result);
    }

    /** The return of its goods, by the shop's id: the one it announced, or the one that was there before. */
    public Optional<String> returnId() {
        return result(Step.RETURN).or(offer::returnId);
    }

    /** A step as an act of whoever committed the refund. */
    Act act(Step step) {
        Act commit = committed.orElseThrow();
        return new Act(step.act(id), commit.client(), commit.user());
    }
}
