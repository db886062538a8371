package io.switchboard.core.internal.pipeline;

/** Names that callers choose: visible ASCII, which every transport can carry and every log can show. */
final class Visible {
    private Visible() {}

    static boolean isText(String text, int longest) {
        if (text.isEmpty() || text.length() > longest) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= 0x20 || text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }
}
