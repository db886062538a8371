package io.switchboard.secrets;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** One line of the file of secrets. Immutable. */
record SealedLine(String name, Instant changed, String sealed) {
    private static final Pattern TABS = Pattern.compile("\t");

    static SealedLine of(String name, Instant changed, String value, SecretSeal seal) {
        return new SealedLine(name, changed, seal.seal(place(name, changed), value));
    }

    /** Empty when it is not one. */
    static Optional<SealedLine> parse(String line) {
        String[] fields = TABS.split(line, -1);
        if (fields.length != 3 || !SecretStore.isName(fields[0])) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SealedLine(fields[0], Instant.parse(fields[1]), fields[2]));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Optional<String> open(SecretSeal seal) {
        return seal.open(place(name, changed), sealed);
    }

    private static String place(String name, Instant changed) {
        return "switchboard-secret\t" + name + '\t' + changed;
    }

    String text() {
        return name + '\t' + changed + '\t' + sealed + '\n';
    }
}
