package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCategory;
import io.switchboard.connector.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The course of a refund, from one state to the next: return, credit note, ticket. A step is written down before it is begun and when it
 * was taken; of one that was begun, the probe tells whether it was taken, and it is taken again only where the probe finds nothing some
 * time later. What cannot be finished is taken back; what cannot be taken back either goes to a person. Whoever uses it holds the
 * refund's lease.
 */
final class Course {
    private static final Logger LOG = LoggerFactory.getLogger(Course.class);
    private static final Duration SHORTEST_DELAY = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;

    private final Journal journal;
    private final Steps steps;
    private volatile RefundSettings settings;

    Course(Journal journal, Steps steps, RefundSettings settings) {
        this.journal = journal;
        this.steps = steps;
        this.settings = settings;
    }

    void configure(RefundSettings changed) {
        settings = changed;
    }

    private enum Outcome {
        TAKEN,
        /** Never will be, and nothing was changed. */
        REFUSED,
        /** Perhaps later. */
        LATER
    }

    /** Goes one step; false where there is nothing more to do now. */
    boolean advance(String id) {
        Refund refund = journal.find(id).orElseThrow();
        return switch (refund.state()) {
            case QUOTED, DONE, UNDONE, HANDED -> false;
            case RUNNING -> run(refund);
            case UNDOING -> undo(refund);
            case HANDING -> handOver(refund);
        };
    }

    private boolean run(Refund refund) {
        Optional<Step> next = plan(refund).filter(step -> !refund.done(step)).findFirst();
        if (next.isEmpty()) {
            return enter(refund, RefundState.DONE);
        }
        Step step = next.get();
        return switch (attempt(refund, step)) {
            case TAKEN -> true;
            // The money is with the customer; that nobody is told is no reason to give up.
            case REFUSED -> step == Step.TICKET ? postpone(refund) : enter(refund, RefundState.UNDOING);
            case LATER -> (step != Step.TICKET && outOfPatience(refund)) ? giveUp(refund, step) : postpone(refund);
        };
    }

    private static Stream<Step> plan(Refund refund) {
        List<Step> all = refund.offer().opensReturn()
                ? List.of(Step.RETURN, Step.CREDIT, Step.TICKET)
                : List.of(Step.CREDIT, Step.TICKET);
        return all.stream();
    }

    /** A credit note that was perhaps made cannot be taken back by machine; everything before it can. */
    private boolean giveUp(Refund refund, Step step) {
        boolean begun = journal.find(refund.id()).orElseThrow().begun(step);
        return enter(refund, (step == Step.CREDIT && begun) ? RefundState.HANDING : RefundState.UNDOING);
    }

    private boolean undo(Refund refund) {
        if (!refund.begun(Step.RETURN) || refund.done(Step.WITHDRAW)) {
            return enter(refund, RefundState.UNDONE);
        }
        return switch (attempt(refund, Step.WITHDRAW)) {
            case TAKEN -> true;
            case REFUSED -> enter(refund, RefundState.HANDING);
            case LATER -> outOfPatience(refund) ? enter(refund, RefundState.HANDING) : postpone(refund);
        };
    }

    private boolean handOver(Refund refund) {
        return attempt(refund, Step.HAND_OVER) == Outcome.TAKEN ? enter(refund, RefundState.HANDED) : postpone(refund);
    }

    private Outcome attempt(Refund refund, Step step) {
        try {
            Optional<StepRecord> before = refund.step(step);
            if (before.isPresent()) {
                Optional<String> made = steps.probe(refund, step);
                if (made.isPresent()) {
                    journal.done(refund, step, made);
                    return Outcome.TAKEN;
                }
                if (journal.now().isBefore(before.get().begunAt().plus(settings.settle()))) {
                    // It may be under way in the system behind.
                    return Outcome.LATER;
                }
            }
        } catch (ConnectorException e) {
            LOG.warn("Refund {}: whether step {} was taken is not known: {}", refund.id(), step, e.code());
            return Outcome.LATER;
        }
        journal.begin(refund, step);
        return take(refund, step);
    }

    private Outcome take(Refund refund, Step step) {
        String result;
        try {
            result = steps.take(refund, step);
        } catch (ConnectorException e) {
            LOG.warn("Refund {}: step {} failed: {}", refund.id(), step, e.code());
            if (!e.code().unchanged()) {
                return Outcome.LATER;
            }
            journal.forget(refund, step);
            return refusal(e) ? Outcome.REFUSED : Outcome.LATER;
        }
        journal.done(refund, step, Optional.of(result));
        return Outcome.TAKEN;
    }

    private static boolean refusal(ConnectorException e) {
        return e.code().category() == ErrorCategory.BUSINESS || e.code() == ErrorCode.INVALID_ARGUMENTS;
    }

    private boolean outOfPatience(Refund refund) {
        return refund.since().plus(settings.patience()).isBefore(journal.now());
    }

    private boolean enter(Refund refund, RefundState state) {
        LOG.info("Refund {} is {}", refund.id(), state);
        journal.enter(refund, state);
        return true;
    }

    private boolean postpone(Refund refund) {
        int doublings = Math.min(refund.attempts(), MOST_DOUBLINGS);
        journal.postpone(refund, SHORTEST_DELAY.multipliedBy(1L << doublings));
        return false;
    }
}
