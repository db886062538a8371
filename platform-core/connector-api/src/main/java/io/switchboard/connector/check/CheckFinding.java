package io.switchboard.connector.check;

import java.util.Objects;

/**
 * One thing that a check found. Immutable.
 *
 * @param outcome how it stands
 * @param en what was found and what to do about it, in plain English; no credentials, nobody's data
 * @param zh the same in Chinese
 */
public record CheckFinding(Outcome outcome, String en, String zh) {
    /** How a thing stands. */
    public enum Outcome {
        /** As it has to be. */
        RIGHT,
        /** The backend works, with something missing. */
        WARNING,
        /** The backend cannot do its work. */
        FAULT
    }

    /** Refuses nulls. */
    public CheckFinding {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(en, "en");
        Objects.requireNonNull(zh, "zh");
    }

    /** Something is as it has to be. */
    public static CheckFinding right(String en, String zh) {
        return new CheckFinding(Outcome.RIGHT, en, zh);
    }

    /** Something is missing that the backend can do without. */
    public static CheckFinding warning(String en, String zh) {
        return new CheckFinding(Outcome.WARNING, en, zh);
    }

    /** Something is missing that the backend cannot do without. */
    public static CheckFinding fault(String en, String zh) {
        return new CheckFinding(Outcome.FAULT, en, zh);
    }
}
