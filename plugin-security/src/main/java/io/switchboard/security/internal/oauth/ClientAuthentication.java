package io.switchboard.security.internal.oauth;

import io.switchboard.security.internal.client.Client;
import io.switchboard.security.internal.client.Clients;
import io.switchboard.security.internal.client.SecretHash;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks clients' secrets. Hashing is slow on purpose, so only some run at once and few wait; an unknown client costs what a known one
 * costs. Safe for use from many threads.
 */
@Component(service = ClientAuthentication.class)
public final class ClientAuthentication {
    private static final Logger LOG = LoggerFactory.getLogger(ClientAuthentication.class);
    private static final int MOST_WAITING = 32;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final int MOST_SECRET = 512;

    private final Clients clients;
    private final Guesses guesses;
    // Half of the processors: guessing must not slow down the calls.
    private final Semaphore hashing =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /** For the clients in the store. */
    @Activate
    public ClientAuthentication(@Reference Clients clients) {
        this(clients, InstantSource.system());
    }

    /** The same, by another clock. */
    public ClientAuthentication(Clients clients, InstantSource clock) {
        this.clients = clients;
        this.guesses = new Guesses(clock);
    }

    Client authenticate(HttpServletRequest request, Form form) throws OAuthFault {
        PresentedSecret presented = PresentedSecret.of(request.getHeader("Authorization"), form);
        String address = request.getRemoteAddr();
        refuseGuessing(presented, address);
        if (hashing.getQueueLength() >= MOST_WAITING || !acquired()) {
            throw OAuthFault.unavailable();
        }
        try {
            // Again: failures may have been counted while it waited.
            refuseGuessing(presented, address);
            return check(presented, address);
        } finally {
            hashing.release();
        }
    }

    private void refuseGuessing(PresentedSecret presented, String address) throws OAuthFault {
        Duration wait = guesses.wait(address, presented.clientId());
        if (!wait.isZero()) {
            throw OAuthFault.tooManyFailures(wait);
        }
    }

    private Client check(PresentedSecret presented, String address) throws OAuthFault {
        Optional<Client> client = clients.read(presented.clientId());
        String secret = presented.secret().length() > MOST_SECRET ? "" : presented.secret();
        if (client.isEmpty()) {
            SecretHash.matchNobody(secret);
        } else if (SecretHash.matches(secret, client.get().secretHash())) {
            guesses.succeeded(address, presented.clientId());
            return client.get();
        }
        guesses.failed(address, presented.clientId());
        // The id only of a client that there is: what was typed into its place may be a secret.
        LOG.warn(
                "Authentication failed at an OAuth endpoint: client {}, address {}",
                client.map(Client::id).orElse("unknown"),
                address);
        throw OAuthFault.invalidClient();
    }

    private boolean acquired() {
        try {
            return hashing.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
