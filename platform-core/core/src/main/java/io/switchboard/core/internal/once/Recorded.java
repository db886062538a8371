package io.switchboard.core.internal.once;

import java.time.Instant;
import java.util.Optional;

/**
 * What the register has of a call. Immutable.
 *
 * @param act what was claimed
 * @param started when
 * @param running whether it is under way in a hub that lives; where it is not and the outcome is empty, it is unknown
 * @param outcome what came of it, as far as that is known
 */
public record Recorded(Act act, Instant started, boolean running, Optional<Outcome> outcome) {}
