package io.switchboard.deployer.internal.configuration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a component failed of, as the runtime of components tells it: by a stack trace. */
public final class FailureText {
    private static final Pattern CAUSE = Pattern.compile("(?m)^Caused by: (.*)$");
    private static final Pattern SAYS_ENOUGH =
            Pattern.compile("java\\.lang\\.(?:IllegalArgument|IllegalState)Exception: (.+)");

    private FailureText() {}

    /** The innermost cause says what happened; the outer ones say that something did. Without the kind of exception where its text is enough. */
    public static String of(@Nullable String trace) {
        if (trace == null) {
            return "";
        }
        String last = trace.lines().findFirst().orElse("");
        Matcher causes = CAUSE.matcher(trace);
        while (causes.find()) {
            last = causes.group(1);
        }
        Matcher plain = SAYS_ENOUGH.matcher(last);
        return plain.matches() ? plain.group(1) : last;
    }
}
