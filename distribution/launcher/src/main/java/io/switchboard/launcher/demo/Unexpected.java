package io.switchboard.launcher.demo;

/** A step was not answered as it should be. */
final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String chinese;

    Unexpected(String english, String chinese) {
        super(english, null, false, false);
        this.chinese = chinese;
    }

    String english() {
        return String.valueOf(getMessage());
    }

    String chinese() {
        return chinese;
    }
}
