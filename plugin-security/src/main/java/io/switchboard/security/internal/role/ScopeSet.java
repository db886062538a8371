package io.switchboard.security.internal.role;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Scopes, some of them by pattern: {@code crm.read}, {@code crm.*} for all of a connector, {@code *} for all. Immutable.
 *
 * @param patterns the scopes and patterns
 */
public record ScopeSet(Set<String> patterns) {
    /** No scope. */
    public static final ScopeSet NONE = new ScopeSet(Set.of());

    private static final Pattern SYNTAX = Pattern.compile("\\*|[a-z][a-z0-9]{0,59}\\.(?:\\*|[a-z][a-z0-9]{0,59})");
    private static final String ALL = "*";

    /** Copies the patterns. */
    public ScopeSet {
        patterns = Set.copyOf(patterns);
    }

    /** Whether a text is a scope or a pattern. */
    public static boolean isPattern(String text) {
        return SYNTAX.matcher(text).matches();
    }

    /** Whether a scope, or all that a pattern stands for, is in a set of patterns. */
    public static boolean covers(Set<String> patterns, String scope) {
        if (patterns.contains(scope) || patterns.contains(ALL)) {
            return true;
        }
        int dot = scope.indexOf('.');
        return dot > 0 && patterns.contains(scope.substring(0, dot + 1) + ALL);
    }

    /** Whether a scope, or all that a pattern stands for, is in it. */
    public boolean covers(String scope) {
        return covers(patterns, scope);
    }

    /** What is in both. */
    public ScopeSet and(ScopeSet other) {
        Set<String> both = new HashSet<>();
        patterns.stream().filter(other::covers).forEach(both::add);
        other.patterns.stream().filter(this::covers).forEach(both::add);
        return new ScopeSet(both);
    }

    /** What is in any of several. */
    public static ScopeSet union(Collection<ScopeSet> sets) {
        Set<String> all = new HashSet<>();
        sets.forEach(each -> all.addAll(each.patterns));
        return new ScopeSet(all);
    }

    /** As a token and an answer have it (RFC 6749, 3.3): sorted, with spaces between. */
    public String text() {
        return String.join(" ", new TreeSet<>(patterns));
    }
}
