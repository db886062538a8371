package io.switchboard.core.internal.reader;

import io.switchboard.connector.Length;
import io.switchboard.connector.Matches;
import io.switchboard.connector.Range;
import java.lang.reflect.RecordComponent;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The bounds that a component declares, and whether its type had a use for each. */
final class Constraints {
    private final @Nullable Length length;
    private final @Nullable Range range;
    private final @Nullable Matches matches;
    private boolean lengthTaken;
    private final boolean key;
    private boolean rangeTaken;
    private boolean intRangeTaken;
    private boolean patternTaken;
    private final @Nullable Constraints outer;

    private Constraints(
            @Nullable Length length,
            @Nullable Range range,
            @Nullable Matches matches,
            boolean key,
            @Nullable Constraints outer) {
        this.key = key;
        this.length = length;
        this.range = range;
        this.matches = matches;
        this.outer = outer;
    }

    /**
     * Those of a component.
     *
     * @param key whether it names one thing among many, so that it is never empty, and short where it does not say otherwise
     */
    static Constraints of(RecordComponent component, boolean key) {
        return new Constraints(
                component.getAnnotation(Length.class),
                component.getAnnotation(Range.class),
                component.getAnnotation(Matches.class),
                key,
                null);
    }

    /** What holds for the entries of a list or map: the length is the container's, the rest theirs. */
    Constraints elements() {
        return new Constraints(null, range, matches, false, this);
    }

    void takesLength() {
        lengthTaken = true;
    }

    void takesRange() {
        rangeTaken = true;
        if (outer != null) {
            outer.takesRange();
        }
    }

    void takesIntRange() {
        takesRange();
        intRangeTaken = true;
        if (outer != null) {
            outer.takesIntRange();
        }
    }

    void takesPattern() {
        patternTaken = true;
        if (outer != null) {
            outer.takesPattern();
        }
    }

    int lengthMin() {
        return Math.max(key ? 1 : 0, length == null ? 0 : length.min());
    }

    int lengthMax(int otherwise) {
        return length != null ? length.max() : key ? Math.min(Limits.KEY, otherwise) : otherwise;
    }

    long rangeMin() {
        return range == null ? Long.MIN_VALUE : range.min();
    }

    long rangeMax() {
        return range == null ? Long.MAX_VALUE : range.max();
    }

    String pattern() {
        return matches == null ? "" : matches.value();
    }

    /** Notes what is wrong with them, once the type is known. */
    void check(RecordComponent at, Mistakes mistakes) {
        String place = Places.of(at);
        if (length != null && !lengthTaken) {
            mistakes.add(place, "@Length is for texts, lists and maps");
        }
        if (range != null && !rangeTaken) {
            mistakes.add(place, "@Range is for numbers");
        }
        if (matches != null && !patternTaken) {
            mistakes.add(place, "@Matches is for texts");
        }
        if (length != null && (length.min() < 0 || length.max() < lengthMin())) {
            mistakes.add(
                    place,
                    "@Length from " + (length.min() < 0 ? length.min() : lengthMin()) + " to " + length.max()
                            + " holds nothing");
        }
        if (range != null) {
            checkRange(range, place, mistakes);
        }
        if (matches != null) {
            checkPattern(matches.value(), place, mistakes);
        }
    }

    private void checkRange(Range declared, String place, Mistakes mistakes) {
        String words = "@Range from " + declared.min() + " to " + declared.max();
        if (declared.max() < declared.min()) {
            mistakes.add(place, words + " holds nothing");
        }
        if (intRangeTaken
                && (isBeyondInt(declared.min(), Long.MIN_VALUE) || isBeyondInt(declared.max(), Long.MAX_VALUE))) {
            mistakes.add(place, words + " is beyond what an int holds; use long");
        }
    }

    private static boolean isBeyondInt(long bound, long unset) {
        return bound != unset && bound != (int) bound;
    }

    private static void checkPattern(String pattern, String place, Mistakes mistakes) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            mistakes.add(place, "@Matches \"" + pattern + "\" is no regular expression: " + e.getDescription());
            return;
        }
        String foreign = PortablePattern.foreign(pattern);
        if (!foreign.isEmpty()) {
            mistakes.add(
                    place,
                    "@Matches \"" + pattern + "\" has " + foreign
                            + ", which JavaScript's expressions have not, or with another meaning");
        }
    }
}
