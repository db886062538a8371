package io.switchboard.security.internal.oauth;

import io.switchboard.security.internal.assertion.AssertionVerifier;
import io.switchboard.security.internal.client.Client;
import io.switchboard.security.internal.client.Clients;
import io.switchboard.security.internal.client.SecretHash;
import io.switchboard.security.internal.token.HubIdentity;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks how clients say who they are: by a secret or by what they have signed. Hashing secrets is slow on purpose, so only some run at
 * once and few wait; an unknown client costs what a known one costs. Safe for use from many threads.
 */
@Component(service = ClientAuthentication.class)
public final class ClientAuthentication {
    private static final Logger LOG = LoggerFactory.getLogger(ClientAuthentication.class);
    private static final int MOST_WAITING = 32;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final int MOST_SECRET = 512;

    private final HubIdentity hub;
    private final Clients clients;
    private final AssertionVerifier assertions;
    private final Guesses guesses;
    // Half of the processors: guessing must not slow down the calls.
    private final Semaphore hashing =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /** For the clients in the store. */
    @Activate
    public ClientAuthentication(
            @Reference HubIdentity hub, @Reference Clients clients, @Reference AssertionVerifier assertions) {
        this(hub, clients, assertions, InstantSource.system());
    }

    /** The same, by another clock. */
    public ClientAuthentication(HubIdentity hub, Clients clients, AssertionVerifier assertions, InstantSource clock) {
        this.hub = hub;
        this.clients = clients;
        this.assertions = assertions;
        this.guesses = new Guesses(clock);
    }

    Client authenticate(HttpServletRequest request, Form form, Attempt attempt) throws OAuthFault {
        Presented presented = Presented.of(request.getHeader("Authorization"), form);
        String address = request.getRemoteAddr();
        refuseGuessing(presented, address);
        Optional<Client> client = presented instanceof PresentedAssertion assertion
                ? byAssertion(assertion, Addresses.audiences(hub, request))
                : bySecret((PresentedSecret) presented, address);
        if (client.isPresent()) {
            guesses.succeeded(address, presented.clientId());
            attempt.client(client.get().id());
            return client.get();
        }
        guesses.failed(address, presented.clientId());
        if (!guesses.wait(address, presented.clientId()).isZero()) {
            attempt.lockedOut();
        }
        // The id only of a client that there is: what was typed into its place may be a secret.
        Optional<String> known = clients.read(presented.clientId()).map(Client::id);
        known.ifPresent(attempt::client);
        LOG.warn("Authentication failed at an OAuth endpoint: client {}, address {}", known.orElse("unknown"), address);
        throw OAuthFault.invalidClient();
    }

    private void refuseGuessing(Presented presented, String address) throws OAuthFault {
        Duration wait = guesses.wait(address, presented.clientId());
        if (!wait.isZero()) {
            throw OAuthFault.tooManyFailures(wait);
        }
    }

    private Optional<Client> byAssertion(PresentedAssertion presented, Set<String> audiences) throws OAuthFault {
        Optional<Client> client = clients.read(presented.clientId());
        return switch (assertions.verify(presented.assertion(), presented.clientId(), audiences)) {
            case PROVEN -> client;
            case REFUSED -> Optional.empty();
            case TOO_MANY -> throw OAuthFault.unavailable();
        };
    }

    private Optional<Client> bySecret(PresentedSecret presented, String address) throws OAuthFault {
        if (hashing.getQueueLength() >= MOST_WAITING || !acquired()) {
            throw OAuthFault.unavailable();
        }
        try {
            // Again: failures may have been counted while it waited.
            refuseGuessing(presented, address);
            return check(presented);
        } finally {
            hashing.release();
        }
    }

    private Optional<Client> check(PresentedSecret presented) {
        Optional<Client> client = clients.read(presented.clientId());
        String secret = presented.secret().length() > MOST_SECRET ? "" : presented.secret();
        if (client.isEmpty()) {
            SecretHash.matchNobody(secret);
            return client;
        }
        return client.filter(found -> SecretHash.matches(secret, found.secretHash()));
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
