package io.switchboard.launcher.command;

/** Why a command ends early, in words for the person at the keyboard. */
final class CommandFault extends Exception {
    private static final long serialVersionUID = 1L;

    static final int FAILED = 1;
    static final int NOT_RUNNING = 4;
    static final int USAGE = 64;

    private final int exitCode;
    private final String chinese;

    CommandFault(int exitCode, String english, String chinese) {
        super(english, null, false, false);
        this.exitCode = exitCode;
        this.chinese = chinese;
    }

    static CommandFault failed(String english, String chinese) {
        return new CommandFault(FAILED, english, chinese);
    }

    /** Where all was said already. */
    static CommandFault said(int exitCode) {
        return new CommandFault(exitCode, "", "");
    }

    int exitCode() {
        return exitCode;
    }

    String english() {
        return String.valueOf(getMessage());
    }

    String chinese() {
        return chinese;
    }
}
