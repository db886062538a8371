package io.switchboard.launcher.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code verify FILE [--trusted FOLDER]}: hands on to the tool of the deployer, so that both say the same. */
public final class VerifyCommand {
    private VerifyCommand() {}

    public static void main(String[] arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        int option = words.indexOf("--trusted");
        if (option >= 0) {
            words.remove(option);
        } else {
            words.add(Command.home().resolve("etc").resolve("trusted").toString());
        }
        if (option == 0 && words.size() == 2) {
            words.add(words.remove(0));
        }
        System.exit(new BundledTool("io.switchboard.deployer", "verify").run(words));
    }
}
