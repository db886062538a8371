package io.switchboard.deployer.internal.configuration;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file name stands for: {@code pid.cfg} one configuration, {@code pid~name.cfg} one of several.
 *
 * @param name empty when the configuration is the only one of its pid
 */
public record ConfigurationId(String pid, String name) {
    private static final Pattern FILE = Pattern.compile("([A-Za-z0-9_][A-Za-z0-9_.-]*?)(?:~([A-Za-z0-9_.-]+))?\\.cfg");

    /** Empty when the file is not a configuration (a backup of an editor, say). */
    public static Optional<ConfigurationId> ofFile(String fileName) {
        Matcher matcher = FILE.matcher(fileName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group(2);
        return Optional.of(new ConfigurationId(matcher.group(1), name == null ? "" : name));
    }

    @Override
    public String toString() {
        return name.isEmpty() ? pid : pid + '~' + name;
    }
}
