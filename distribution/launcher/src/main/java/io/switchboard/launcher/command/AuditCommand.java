package io.switchboard.launcher.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code audit verify} and {@code audit export}: hands on to the tool of that name in core. */
public final class AuditCommand {
    private AuditCommand() {}

    public static void main(String[] arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        words.add(Command.home().resolve("data").resolve("audit").toString());
        System.exit(new BundledTool("io.switchboard.core", "audit").run(words));
    }
}
