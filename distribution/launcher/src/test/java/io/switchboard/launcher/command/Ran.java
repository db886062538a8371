package io.switchboard.launcher.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** A command that ran away from a terminal, and what came of it. */
record Ran(int code, String out, String err) {
    static Ran of(Command command, String input, boolean chinese) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                chinese,
                false);
        int code = Command.exitCode(command, terminal);
        return new Ran(code, out.toString(UTF_8), err.toString(UTF_8));
    }
}
