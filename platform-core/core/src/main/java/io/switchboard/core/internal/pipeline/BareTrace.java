package io.switchboard.core.internal.pipeline;

/**
 * A throwable written for the log: classes and places, no messages, for those may hold what customers own. Bounded.
 */
final class BareTrace {
    private static final int MOST_CAUSES = 5;
    private static final int MOST_FRAMES = 12;

    private final Throwable throwable;

    BareTrace(Throwable throwable) {
        this.throwable = throwable;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        Throwable each = throwable;
        for (int cause = 0; each != null && cause < MOST_CAUSES; cause++) {
            text.append(cause == 0 ? "" : "\n  caused by ")
                    .append(each.getClass().getName());
            StackTraceElement[] frames = each.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                text.append("\n    at ").append(frames[i]);
            }
            each = each.getCause();
        }
        return text.toString();
    }
}
