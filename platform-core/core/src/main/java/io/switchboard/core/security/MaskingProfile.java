package io.switchboard.core.security;

import io.switchboard.connector.DataClass;
import java.util.Map;

/**
 * How each kind of personal data leaves. Immutable; a class that is not named is hidden.
 *
 * @param treatments the treatment by class
 */
public record MaskingProfile(Map<DataClass, Treatment> treatments) {
    /** Hides all. */
    public static final MaskingProfile HIDE_ALL = new MaskingProfile(Map.of());

    /** Copies the map. */
    public MaskingProfile {
        treatments = Map.copyOf(treatments);
    }

    /** What is done to a value. */
    public enum Treatment {
        /** It leaves whole. */
        FULL,
        /**
         * A part of it leaves, as the class has it; only text can. Free text leaves whole but for the personal data found in it,
         * each of which is treated as its own class.
         */
        PARTIAL,
        /** A stand-in leaves that a later call may pass; only text can, and free text cannot. */
        HANDLE,
        /** It is left out. */
        HIDDEN
    }

    /** The treatment of a class. */
    public Treatment of(DataClass dataClass) {
        return dataClass == DataClass.CREDENTIAL
                ? Treatment.HIDDEN
                : treatments.getOrDefault(dataClass, Treatment.HIDDEN);
    }
}
