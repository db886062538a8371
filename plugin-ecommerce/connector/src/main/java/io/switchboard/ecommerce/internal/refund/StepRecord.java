package io.switchboard.ecommerce.internal.refund;

import java.time.Instant;
import java.util.Optional;

/**
 * What is written down of a step. Immutable.
 *
 * @param done whether it was taken; else it was begun, and nobody has written down what came of it
 * @param result the id of what it made, by its system; empty where there is none, or it is not known
 * @param begunAt when it was begun last
 */
public record StepRecord(boolean done, Optional<String> result, Instant begunAt) {}
