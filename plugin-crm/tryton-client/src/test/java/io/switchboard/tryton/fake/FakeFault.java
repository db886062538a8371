package io.switchboard.tryton.fake;

import java.util.List;

/** What the real one answers in {@code error}. */
public final class FakeFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Object[] error;

    /** A fault of Python's: its text, and no trace. */
    public FakeFault(String message) {
        super(message);
        error = new Object[] {message, ""};
    }

    FakeFault(String name, Object arguments) {
        super(name);
        error = new Object[] {name, arguments};
    }

    /** What checks and rights say. */
    public static FakeFault user(String message) {
        return new FakeFault("UserError", List.of(message, "", ""));
    }

    List<Object> error() {
        return List.of(error);
    }
}
