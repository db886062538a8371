package io.switchboard.core.internal.audit.tool;

/** An option that the command does not have, or whose value is not of its form. */
final class WrongOption extends Exception {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final String option;

    /**
     * Says which one.
     *
     * @param text which text says what is wrong
     */
    WrongOption(String text, String option) {
        super(text + " " + option);
        this.text = text;
        this.option = option;
    }

    String text() {
        return text;
    }

    String option() {
        return option;
    }
}
