package io.switchboard.bench.jmh;

import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.Credentials;
import io.switchboard.core.security.Authenticator;
import io.switchboard.core.security.Caller;
import io.switchboard.security.internal.token.AccessToken;
import io.switchboard.security.internal.token.InvalidToken;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The check of a token that was seen before, whose client is looked up in the store once a second; the first check of a token; and that of
 * its bare signature.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TokenBenchmark {
    private byte[] signed = {};
    private byte[] signature = {};
    private Credentials credentials = new Credentials("bearer", "");
    private @Nullable Authenticator authenticator;

    /** Takes the token apart. */
    @Setup
    public void open(RealSecurity security) {
        credentials = security.credentials();
        authenticator = security.authenticator().orElseThrow();
        String text = security.token();
        int dot = text.lastIndexOf('.');
        signed = text.substring(0, dot).getBytes(StandardCharsets.US_ASCII);
        signature = Base64.getUrlDecoder().decode(text.substring(dot + 1));
    }

    /** Who calls. */
    @Benchmark
    public @Nullable Caller authenticate() throws CallFailure {
        return authenticator == null ? null : authenticator.authenticate(credentials);
    }

    /** Who calls, by a token that was not seen before. */
    @Benchmark
    public AccessToken firstSeen(RealSecurity security) throws InvalidToken {
        return security.verifier().verify(credentials.token());
    }

    /** What the first check cannot do without. */
    @Benchmark
    public boolean signature(RealSecurity security) throws GeneralSecurityException {
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(security.key());
        check.update(signed);
        return check.verify(signature);
    }
}
