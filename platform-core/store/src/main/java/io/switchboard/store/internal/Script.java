package io.switchboard.store.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One migration of a bundle's schema, {@code NNN_name.sql}. A statement ends with a {@code ;} at the end of a line; a line that starts
 * with {@code --} is a comment.
 */
record Script(int number, String name, List<String> statements) {
    private static final Pattern FILE = Pattern.compile("([0-9]{3})_([a-z0-9_]{1,80})\\.sql");
    private static final Pattern END = Pattern.compile(";\\s*(--[^']*)?$");

    Script {
        statements = List.copyOf(statements);
    }

    /**
     * Reads a script.
     *
     * @throws IllegalArgumentException if the file's name or its text is not as described
     */
    static Script of(String fileName, String sql) {
        Matcher file = FILE.matcher(fileName);
        if (!file.matches()) {
            throw new IllegalArgumentException(
                    "A migration is called NNN_name.sql, in lower case and with three digits: " + fileName);
        }
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (String line : sql.lines().toList()) {
            if (line.isBlank() || line.stripLeading().startsWith("--")) {
                continue;
            }
            Matcher end = END.matcher(line);
            if (end.find()) {
                statements.add(statement.append(line, 0, end.start()).toString().strip());
                statement.setLength(0);
            } else {
                statement.append(line).append('\n');
            }
        }
        if (!statement.isEmpty()) {
            throw new IllegalArgumentException(
                    "The last statement of " + fileName + " does not end with a ; at the end of its line");
        }
        return new Script(Integer.parseInt(file.group(1)), file.group(2), statements);
    }

    /** Tells whether the first statements are still those that were run. */
    String checksum(int steps) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String statement : statements.subList(0, steps)) {
                digest.update(statement.getBytes(UTF_8));
                digest.update((byte) ';');
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "%03d_%s.sql".formatted(number, name);
    }
}
