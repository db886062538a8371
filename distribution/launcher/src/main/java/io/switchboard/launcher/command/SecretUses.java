package io.switchboard.launcher.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which files of {@code etc/} refer to which secrets. */
record SecretUses(Path etc) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\[secret:\\s*([^\\]\\s]+)\\s*\\]");

    /** Names of files by names of secrets. */
    Map<String, Set<String>> find() throws IOException {
        Map<String, Set<String>> uses = new TreeMap<>();
        if (!Files.isDirectory(etc)) {
            return uses;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(etc, "*.{cfg,properties}")) {
            for (Path file : files) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                } catch (IOException | IllegalArgumentException e) {
                    // What is wrong with it is for the hub to say.
                    continue;
                }
                for (String key : properties.stringPropertyNames()) {
                    Matcher matcher = REFERENCE.matcher(properties.getProperty(key));
                    while (matcher.find()) {
                        uses.computeIfAbsent(matcher.group(1), name -> new TreeSet<>())
                                .add(file.getFileName().toString());
                    }
                }
            }
        }
        return uses;
    }
}
