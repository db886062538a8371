package io.switchboard.deployer.internal.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyStore.PrivateKeyEntry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedTest {
    private final Instant now = Instant.now();

    @TempDir
    static Path folder;

    private static Signers signers;
    private static PrivateKeyEntry authority;

    @BeforeAll
    static void keys() {
        signers = Signers.in(folder);
        authority = signers.make("Authority", "-ext", "bc:c", "-ext", "ku:c=keyCertSign");
    }

    @Test
    void theTimeIsThatOfNow() throws Exception {
        PrivateKeyEntry acme = signers.make("Acme");
        accepted(acme, acme, now);
        refused("has expired", acme, acme, now.plus(Duration.ofDays(31)));
        refused("not valid yet", acme, acme, now.minus(Duration.ofDays(2)));
    }

    @Test
    void takesWhatATrustedAuthorityIssuedForCode() throws Exception {
        PrivateKeyEntry issued = signers.issue("Issued", "Authority", "-ext", "eku=codeSigning", "-validity", "10");
        assertEquals("CN=Issued", accepted(issued, authority, now).name());
        refused("has expired", issued, authority, now.plus(Duration.ofDays(11)));
        refused("not valid yet", issued, authority, now.minus(Duration.ofDays(2)));
        PrivateKeyEntry stranger = signers.make("Stranger", "-ext", "bc:c");
        refused("not trusted here", issued, stranger, now);
    }

    @Test
    void refusesWhatTheAuthorityIssuedForSomethingElse() throws Exception {
        PrivateKeyEntry plain = signers.issue("Plain", "Authority");
        refused("not for signing code", plain, authority, now);
        PrivateKeyEntry server = signers.issue("Server", "Authority", "-ext", "eku=serverAuth");
        refused("not for signing code", server, authority, now);
        refused("not for signing code", server, server, now);
    }

    @Test
    void whoIsTrustedIsNotAnAuthorityByThat() throws Exception {
        PrivateKeyEntry leaf = signers.make("Leaf");
        PrivateKeyEntry issued = signers.issue("ByLeaf", "Leaf", "-ext", "eku=codeSigning");
        refused("not trusted here", issued, leaf, now);
    }

    @Test
    void refusesShortKeys() throws Exception {
        PrivateKeyEntry small = signers.make("Small", "-keyalg", "RSA", "-keysize", "1024");
        refused("too weak", small, small, now);
        PrivateKeyEntry large = signers.make("Large", "-keyalg", "RSA", "-keysize", "2048");
        accepted(large, large, now);
        PrivateKeyEntry edwards = signers.make("Edwards", "-keyalg", "Ed25519");
        accepted(edwards, edwards, now);
    }

    private static Signature accepted(PrivateKeyEntry signer, PrivateKeyEntry trusted, Instant at)
            throws IOException, Untrusted {
        return SignedJar.verify(signed(signer), Signers.trusting(trusted), at);
    }

    private static void refused(String expected, PrivateKeyEntry signer, PrivateKeyEntry trusted, Instant at)
            throws IOException {
        Path jar = signed(signer);
        Untrusted why = assertThrows(Untrusted.class, () -> SignedJar.verify(jar, Signers.trusting(trusted), at));
        assertTrue(why.en().contains(expected), why.en());
    }

    private static Path signed(PrivateKeyEntry signer) throws IOException {
        return Jars.signed(folder.resolve("trusted.jar"), signer);
    }
}
