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
    private boolean rangeTaken;
    private boolean patternTaken;
    private final @Nullable Constraints outer;

    private Constraints(
            @Nullable Length length, @Nullable Range range, @Nullable Matches matches, @Nullable Constraints outer) {
        this.length = length;
        this.range = range;
        this.matches = matches;
        this.outer = outer;
    }

    static Constraints of(RecordComponent component) {
        return new Constraints(
                component.getAnnotation(Length.class),
                component.getAnnotation(Range.class),
                component.getAnnotation(Matches.class),
                null);
    }

    /** What holds for the entries of a list or map: the length is the container's, the rest theirs. */
    Constraints elements() {
        return new Constraints(null, range, matches, this);
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

    void takesPattern() {
        patternTaken = true;
        if (outer != null) {
            outer.takesPattern();
        }
    }

    int lengthMin() {
        return length == null ? 0 : length.min();
    }

    int lengthMax(int otherwise) {
        return length == null ? otherwise : length.max();
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
        if (length != null && (length.min() < 0 || length.max() < length.min())) {
            mistakes.add(place, "@Length from " + length.min() + " to " + length.max() + " holds nothing");
        }
        if (range != null && range.max() < range.min()) {
            mistakes.add(place, "@Range from " + range.min() + " to " + range.max() + " holds nothing");
        }
        if (matches != null) {
            try {
                Pattern.compile(matches.value());
            } catch (PatternSyntaxException e) {
                mistakes.add(
                        place, "@Matches \"" + matches.value() + "\" is no regular expression: " + e.getDescription());
            }
        }
    }
}
