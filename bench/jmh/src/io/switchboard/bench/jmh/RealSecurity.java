package io.switchboard.bench.jmh;

import io.switchboard.connector.Assurance;
import io.switchboard.connector.Principal;
import io.switchboard.core.call.Credentials;
import io.switchboard.core.internal.pipeline.Guards;
import io.switchboard.core.security.Authenticator;
import io.switchboard.core.security.Authoriser;
import io.switchboard.core.security.MaskingPolicy;
import io.switchboard.security.internal.access.RoleMasking;
import io.switchboard.security.internal.access.ScopeAuthoriser;
import io.switchboard.security.internal.access.TokenAuthenticator;
import io.switchboard.security.internal.client.Client;
import io.switchboard.security.internal.client.Clients;
import io.switchboard.security.internal.client.CredentialFiles;
import io.switchboard.security.internal.client.Enrolment;
import io.switchboard.security.internal.issuer.Issuers;
import io.switchboard.security.internal.key.KeyRing;
import io.switchboard.security.internal.revocation.Revocations;
import io.switchboard.security.internal.role.RoleBook;
import io.switchboard.security.internal.role.ScopeSet;
import io.switchboard.security.internal.token.AccessToken;
import io.switchboard.security.internal.token.HubIdentity;
import io.switchboard.security.internal.token.TokenIssuer;
import io.switchboard.security.internal.token.TokenVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What plugin-security brings, over a store in memory, with one client and a token of it that is bound to a customer. */
@State(Scope.Benchmark)
public class RealSecurity implements Guards {
    private static final String CLIENT = "bench";
    private static final List<String> MIGRATIONS = List.of("001_clients.sql", "002_revoked_tokens.sql");
    private static final Map<String, String> ROLES = Map.of(
            "role.bench.scopes", "customers.read",
            "role.bench.mask.phone", "partial",
            "role.bench.mask.email", "partial",
            "role.bench.mask.free-text", "full");

    private @Nullable Path folder;
    private @Nullable TokenAuthenticator authenticator;
    private @Nullable RoleMasking masking;
    private @Nullable TokenVerifier verifier;
    private @Nullable PublicKey key;
    private final ScopeAuthoriser authoriser = new ScopeAuthoriser();
    private String token = "";

    /** Makes a client and a token. */
    @Setup
    public void open() throws IOException, InterruptedException, SQLException {
        folder = Files.createTempDirectory("switchboard-bench");
        KeyRing keys = new KeyRing(folder.resolve("keys"));
        keys.await();
        DataSource store = store();
        Clients clients = new Clients(store);
        new Enrolment(clients, new CredentialFiles(folder))
                .create(CLIENT, Principal.Kind.ASSIST, Set.of("bench"), "bench", "client-bench-bench.json");
        RoleBook roles = new RoleBook(ROLES);
        HubIdentity hub = new HubIdentity("");
        token = TokenIssuer.write(
                bound(clients.read(CLIENT).orElseThrow()), hub, keys.signing().orElseThrow());
        key = keys.signing().orElseThrow().open();
        verifier = new TokenVerifier(hub, keys, InstantSource.system());
        authenticator = new TokenAuthenticator(hub, keys, clients, new Revocations(store), roles, new Issuers());
        masking = new RoleMasking(roles);
    }

    private static AccessToken bound(Client client) {
        Instant now = Instant.now();
        return new AccessToken(
                client.id(),
                client.generation(),
                new ScopeSet(Set.of("customers.read")),
                Optional.of(Customers.ID),
                Optional.of(client.id()),
                Assurance.TOKEN,
                "token-1",
                now,
                now.plusSeconds(3_600));
    }

    private static DataSource store() throws IOException, SQLException {
        JdbcConnectionPool store = JdbcConnectionPool.create("jdbc:h2:mem:bench;DB_CLOSE_DELAY=-1", "sa", "");
        try (Connection connection = store.getConnection();
                Statement statement = connection.createStatement()) {
            for (String name : MIGRATIONS) {
                try (InputStream migration =
                        TokenAuthenticator.class.getResourceAsStream("/META-INF/switchboard/migrations/" + name)) {
                    statement.execute(
                            new String(Objects.requireNonNull(migration).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return store;
    }

    String token() {
        return token;
    }

    Credentials credentials() {
        return new Credentials("bearer", token);
    }

    PublicKey key() {
        return Objects.requireNonNull(key, "key");
    }

    TokenVerifier verifier() {
        return Objects.requireNonNull(verifier, "verifier");
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.ofNullable(authenticator);
    }

    @Override
    public Optional<Authoriser> authoriser() {
        return Optional.of(authoriser);
    }

    @Override
    public Optional<MaskingPolicy> maskingPolicy() {
        return Optional.ofNullable(masking);
    }

    /** Removes the keys. */
    @TearDown
    public void close() throws IOException {
        if (folder != null) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path each : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(each);
                }
            }
        }
    }
}
