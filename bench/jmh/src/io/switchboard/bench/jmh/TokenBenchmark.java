package io.switchboard.bench.jmh;

import io.switchboard.connector.Assurance;
import io.switchboard.connector.Principal;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.Credentials;
import io.switchboard.core.security.Caller;
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
import io.switchboard.security.internal.token.InvalidToken;
import io.switchboard.security.internal.token.TokenIssuer;
import io.switchboard.security.internal.token.TokenVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The check of a token that was seen before, whose client is looked up in the store once a second; the first check of a token; and that of
 * its bare signature.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TokenBenchmark {
    private static final String CLIENT = "bench";
    private static final List<String> MIGRATIONS = List.of("001_clients.sql", "002_revoked_tokens.sql");

    private @Nullable Path folder;
    private @Nullable TokenAuthenticator authenticator;
    private @Nullable TokenVerifier verifier;
    private @Nullable PublicKey key;
    private byte[] signed = {};
    private byte[] signature = {};
    private Credentials credentials = new Credentials("bearer", "");

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
        RoleBook roles = new RoleBook(Map.of("role.bench.scopes", "customers.read"));
        HubIdentity hub = new HubIdentity("");
        AccessToken token = token(clients.read(CLIENT).orElseThrow());
        credentials = new Credentials(
                "bearer", TokenIssuer.write(token, hub, keys.signing().orElseThrow()));
        String text = credentials.token();
        int dot = text.lastIndexOf('.');
        signed = text.substring(0, dot).getBytes(StandardCharsets.US_ASCII);
        signature = Base64.getUrlDecoder().decode(text.substring(dot + 1));
        key = keys.signing().orElseThrow().open();
        verifier = new TokenVerifier(hub, keys, InstantSource.system());
        authenticator = new TokenAuthenticator(hub, keys, clients, new Revocations(store), roles, new Issuers());
    }

    private static AccessToken token(Client client) {
        Instant now = Instant.now();
        return new AccessToken(
                client.id(),
                client.generation(),
                new ScopeSet(Set.of("customers.read")),
                Optional.empty(),
                Optional.empty(),
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

    /** Who calls. */
    @Benchmark
    public @Nullable Caller authenticate() throws CallFailure {
        return authenticator == null ? null : authenticator.authenticate(credentials);
    }

    /** Who calls, by a token that was not seen before. */
    @Benchmark
    public @Nullable AccessToken firstSeen() throws InvalidToken {
        return verifier == null ? null : verifier.verify(credentials.token());
    }

    /** What the first check cannot do without. */
    @Benchmark
    public boolean signature() throws GeneralSecurityException {
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(key);
        check.update(signed);
        return check.verify(signature);
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
