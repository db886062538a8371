package io.switchboard.launcher.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.secrets.OwnedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the last document had, for the shell's completion of words: a line for each operation, with its arguments behind it. It is read by
 * the shell itself, since starting Java at every press of a key would be felt.
 *
 * @param folder where its file is
 */
record KnownOperations(Path folder) {
    static KnownOperations ofUser(Map<String, String> environment) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        Path folder = cache.isEmpty() ? Path.of(home, ".cache") : Path.of(cache);
        return new KnownOperations(folder.resolve("switchboard"));
    }

    void keep(List<OperationEntry> operations) {
        String text = operations.stream().map(KnownOperations::line).collect(Collectors.joining("\n", "", "\n"));
        try {
            OwnedFile.folder(folder);
            OwnedFile.replace(folder.resolve("operations"), text.getBytes(UTF_8));
        } catch (IOException e) {
            // A comfort; no command fails for the lack of it.
        }
    }

    private static String line(OperationEntry operation) {
        String arguments = operation.arguments().stream()
                .map(OperationEntry.Argument::name)
                .collect(Collectors.joining(" "));
        return (operation.name() + " " + arguments).strip();
    }
}
