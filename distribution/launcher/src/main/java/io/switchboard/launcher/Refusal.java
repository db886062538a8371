package io.switchboard.launcher;

/** A reason not to start that the person at the keyboard can act on: it is printed as it stands, without a stack trace. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final int FAILED = 1;
    static final int PORT_IN_USE = 2;
    static final int ALREADY_RUNNING = 3;
    static final int USAGE = 64;

    private final int exitCode;

    Refusal(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
