package io.switchboard.store.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How the schema and the user of a bundle are called: {@code io.switchboard.crm} is {@code IO_SWITCHBOARD_CRM}. */
final class SchemaName {
    /** PostgreSQL's limit, the narrowest. */
    static final int MAX_LENGTH = 63;

    private static final int DIGEST_BYTES = 8;
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z0-9]+)+");
    private static final Set<String> TAKEN = Set.of("information.schema", "pg.catalog", "pg.toast");

    private SchemaName() {}

    /**
     * No two symbolic names have one schema. Where upper case, hyphens, underscores or the length would make it so, a digest of the
     * symbolic name follows two underscores, which a plain name never holds.
     */
    static String of(String symbolicName) {
        String name = symbolicName.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        if (PLAIN.matcher(symbolicName).matches() && name.length() <= MAX_LENGTH && !TAKEN.contains(symbolicName)) {
            return name;
        }
        String digest = digest(symbolicName);
        String start = name.substring(0, Math.min(name.length(), MAX_LENGTH - digest.length() - 2));
        return start + "__" + digest;
    }

    private static String digest(String symbolicName) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(symbolicName.getBytes(UTF_8));
            return HexFormat.of().withUpperCase().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
