package io.switchboard.security.internal.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.security.internal.file.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The files in {@code run/} by which new secrets are handed over, the only place where they ever stand in clear. */
@Component(service = CredentialFiles.class)
public final class CredentialFiles {
    private static final String OURS = "{admin,demo-client,client-*}.json";
    private static final int MOST_BYTES = 16 << 10;

    private final Path folder;
    private final JsonMapper json = new JsonMapper();

    /** In the run folder of the hub. */
    @Activate
    public CredentialFiles(BundleContext context) {
        this(Path.of(context.getProperty("switchboard.run")));
    }

    /** In a folder. */
    public CredentialFiles(Path folder) {
        this.folder = folder;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    void write(String name, Client client, String secret) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("client_id", client.id());
        content.put("client_secret", secret);
        content.put("kind", client.kind().name());
        content.put("roles", new TreeSet<>(client.roles()));
        content.put("token_path", "/oauth2/token");
        try {
            OwnerOnly.write(folder, name, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the files that hold a secret of a client, but for one. */
    void deleteOthers(String clientId, String kept) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, OURS)) {
            for (Path file : files) {
                if (!file.getFileName().toString().equals(kept) && names(file, clientId)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean names(Path file, String clientId) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return false;
        }
        try {
            JsonNode content = json.readTree(Files.readAllBytes(file));
            return content.path("client_id").asText().equals(clientId);
        } catch (JsonProcessingException e) {
            return false; // somebody else's
        }
    }
}
