package io.switchboard.security.internal.client;

import io.switchboard.connector.Principal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes clients, gives them new secrets and removes them. A secret is handed over by a file that is written before the change counts: a
 * crash between the two leaves a file whose secret opens nothing, never a client whose secret nobody knows. Safe for use from many
 * threads.
 */
@Component(service = Enrolment.class)
public final class Enrolment {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clients clients;
    private final CredentialFiles files;

    /** Over the clients and the folder of the files. */
    @Activate
    public Enrolment(@Reference Clients clients, @Reference CredentialFiles files) {
        this.clients = clients;
        this.files = files;
    }

    /** The file by which a call hands over a secret; each call has its own, so a failing one spoils no other's. */
    public static String fileName(String clientId, String correlationId) {
        return "client-" + clientId + "-" + correlationId + ".json";
    }

    /**
     * Makes a client.
     *
     * @return the file with its secret; empty where the id is taken
     */
    public Optional<Path> create(String id, Principal.Kind kind, Set<String> roles, String correlationId, String file) {
        String secret = SecretHash.newSecret();
        Instant now = now();
        Client client = new Client(id, kind, roles, SecretHash.of(secret), RANDOM.nextLong(), now, now, correlationId);
        synchronized (files) {
            return handOver(client, secret, file, clients::add);
        }
    }

    /**
     * Gives a client a new secret; the old one and all tokens of the client end at once.
     *
     * @return the file with the secret; empty where there is no such client
     */
    public Optional<Path> rotate(String id, String correlationId, String file) {
        String secret = SecretHash.newSecret();
        String hash = SecretHash.of(secret);
        // One at a time: the clearing away of one must not meet the file of the next.
        synchronized (files) {
            Optional<Path> made = clients.read(id)
                    .map(old -> old.withSecret(hash, RANDOM.nextLong(), now(), correlationId))
                    .flatMap(client -> handOver(client, secret, file, clients::replaceSecret));
            made.ifPresent(path -> files.deleteOthers(id, file));
            return made;
        }
    }

    /** Takes the secret from a client, and the files that hold it; its tokens end at once. False where there is no such client. */
    public boolean removeSecret(String id, String correlationId) {
        synchronized (files) {
            boolean removed = clients.read(id)
                    .map(old -> old.withSecret(SecretHash.NONE, RANDOM.nextLong(), now(), correlationId))
                    .filter(client -> clients.replaceSecret(client, () -> {}))
                    .isPresent();
            files.deleteOthers(id, "");
            return removed;
        }
    }

    /** Removes a client with the files that hold its secret; its tokens end at once. False where there is no such client. */
    public boolean remove(String id) {
        synchronized (files) {
            boolean removed = clients.remove(id);
            files.deleteOthers(id, "");
            return removed;
        }
    }

    private Optional<Path> handOver(
            Client client, String secret, String file, BiPredicate<Client, Clients.BeforeCommit> change) {
        AtomicBoolean written = new AtomicBoolean();
        boolean counts = false;
        try {
            counts = change.test(client, () -> {
                files.write(file, client, secret);
                written.set(true);
            });
            return counts ? Optional.of(files.path(file)) : Optional.empty();
        } finally {
            if (!counts && written.get()) {
                files.delete(file);
            }
        }
    }

    // As the store keeps it.
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
