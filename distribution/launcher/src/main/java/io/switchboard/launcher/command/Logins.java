package io.switchboard.launcher.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.secrets.OwnedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The logins of one user: a file for each hub, which only that user may read.
 *
 * @param folder where they are
 */
record Logins(Path folder) {
    private static final int MOST_BYTES = 64 << 10;

    /** Of the user who runs this process: {@code $XDG_CONFIG_HOME/switchboard}, or {@code ~/.config/switchboard}. */
    static Logins ofUser(Map<String, String> environment) {
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        Path folder = config.isEmpty() ? Path.of(home, ".config") : Path.of(config);
        return new Logins(folder.resolve("switchboard"));
    }

    Path file(HubAddress address) {
        return folder.resolve(address.fileName() + ".json");
    }

    void write(Login login) throws IOException {
        String text = "{\n  \"url\": " + Json.quote(login.address().toString())
                + ",\n  \"client_id\": " + Json.quote(login.clientId())
                + ",\n  \"client_secret\": " + Json.quote(login.clientSecret())
                + login.authority()
                        .map(file -> ",\n  \"ca\": " + Json.quote(file))
                        .orElse("")
                + login.token().map(Logins::text).orElse("")
                + "\n}\n";
        OwnedFile.folder(folder);
        OwnedFile.replace(file(login.address()), text.getBytes(UTF_8));
    }

    Optional<Login> read(HubAddress address) throws IOException, CommandFault {
        byte[] content;
        try {
            content = OwnedFile.read(file(address), MOST_BYTES);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> members = Json.object(new String(content, UTF_8));
        if (!(members.get("client_id") instanceof String id)
                || !(members.get("client_secret") instanceof String secret)
                || !address.toString().equals(members.get("url"))) {
            throw CommandFault.failed(file(address) + " is damaged; log in again.", file(address) + " 已损坏，请重新登录。");
        }
        Optional<String> authority = members.get("ca") instanceof String ca ? Optional.of(ca) : Optional.empty();
        return Optional.of(new Login(address, id, secret, authority, token(members)));
    }

    private static String text(Token token) {
        return ",\n  \"access_token\": " + Json.quote(token.text())
                + ",\n  \"scope\": " + Json.quote(token.scope())
                + ",\n  \"expires\": " + Json.quote(token.expires().toString());
    }

    private static Optional<Token> token(Map<String, @Nullable Object> members) {
        try {
            return members.get("access_token") instanceof String text
                            && members.get("scope") instanceof String scope
                            && members.get("expires") instanceof String expires
                    ? Optional.of(new Token(text, scope, Instant.parse(expires)))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** False where there was none. */
    boolean remove(HubAddress address) throws IOException {
        return Files.deleteIfExists(file(address));
    }
}
