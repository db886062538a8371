package io.switchboard.launcher.demo;

/** A step was not answered as it should be. */
final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String chinese;

    Unexpected(String english, String chinese) {
        super(english, null, false, false);
        this.chinese = chinese;
    }

    /** Fails where something does not hold; both texts say what was found, without a full stop. */
    static void unless(boolean holds, String english, String chinese) {
        if (!holds) {
            throw new Unexpected("This was not expected: " + english + ".", "与预期不符：" + chinese + "。");
        }
    }

    String english() {
        return String.valueOf(getMessage());
    }

    String chinese() {
        return chinese;
    }
}
