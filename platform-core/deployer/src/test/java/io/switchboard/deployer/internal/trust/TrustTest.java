package io.switchboard.deployer.internal.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.deployer.internal.watch.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore.PrivateKeyEntry;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
    @TempDir
    static Path keys;

    private static PrivateKeyEntry acme;
    private static PrivateKeyEntry other;

    @TempDir
    Path home;

    private final TestClock clock = new TestClock();
    private Path etc;
    private Path data;
    private int changes;

    @BeforeAll
    static void makeKeys() {
        Signers signers = Signers.in(keys);
        acme = signers.make("Acme");
        other = signers.make("Other");
    }

    @BeforeEach
    void folders() throws IOException {
        etc = Files.createDirectories(home.resolve("etc"));
        data = Files.createDirectories(home.resolve("data"));
    }

    @Test
    void asksForNoSignatureUnlessItIsTold() throws Exception {
        assertFalse(asksForSignatures(start()));
        setting("deploy.trust = none");
        trust(acme);
        assertFalse(asksForSignatures(start()));
    }

    @Test
    void takesTheSignedOnly() throws Exception {
        setting("deploy.trust = signed");
        trust(acme);
        Trust trust = start();
        assertTrue(asksForSignatures(trust));
        assertEquals(Optional.of("CN=Acme"), check(trust, acme).map(Signature::name));
        assertThrows(Untrusted.class, () -> check(trust, other));
        assertFalse(runsOn(trust));
    }

    @Test
    void certificatesAloneAreMeantToCount() throws Exception {
        trust(acme);
        assertTrue(asksForSignatures(start()));
    }

    @Test
    void nothingButTheWordItselfSwitchesItOff() throws Exception {
        setting("deploy.trust = signed");
        start();
        Files.delete(etc.resolve(TrustSetting.FILE));
        assertTrue(asksForSignatures(start()), "lost file");
        setting("");
        assertTrue(asksForSignatures(start()), "empty file");
        for (String mistaken : new String[] {
            "deploy.trust = off",
            "deploy.trust =",
            "deploy.trust = None",
            "deploy.trsut = none",
            "deploy.trust = none\ndeploy.trust = none",
            "deploy.trust = none\nother = 1",
            "deploy.trust = \\u12"
        }) {
            setting(mistaken);
            assertTrue(asksForSignatures(start()), mistaken);
            assertTrue(start().mistakes().startsWith("io.switchboard.deployer.cfg: "), mistaken);
        }
        setting("deploy.trust = none");
        assertFalse(asksForSignatures(start()));
        Files.delete(etc.resolve(TrustSetting.FILE));
        assertFalse(asksForSignatures(start()), "switched off for good");
    }

    @Test
    void aMistakeStopsNothingAndOpensNothing() throws Exception {
        setting("deploy.trust = none");
        Trust trust = start();
        setting("deploy.trust = singed");
        settle(trust);
        assertTrue(asksForSignatures(trust));
        assertTrue(runsOn(trust));
        setting("deploy.trust = signed");
        settle(trust);
        assertFalse(runsOn(trust));
        Files.writeString(etc.resolve("trusted.pem"), "not looked at");
        Files.createDirectories(etc.resolve("trusted"));
        Files.writeString(etc.resolve("trusted/half.pem"), "-----BEGIN CERTIFICATE-----\nMII");
        settle(trust);
        assertTrue(asksForSignatures(trust));
        assertTrue(runsOn(trust));
    }

    @Test
    void followsTheFolderOnceItIsAtRest() throws Exception {
        setting("deploy.trust = signed");
        Trust trust = start();
        assertThrows(Untrusted.class, () -> check(trust, acme));
        trust(acme);
        trust.scan();
        assertThrows(Untrusted.class, () -> check(trust, acme));
        settle(trust);
        assertEquals(1, changes);
        assertTrue(check(trust, acme).isPresent());
        Files.delete(etc.resolve("trusted/CN=Acme.pem"));
        settle(trust);
        assertEquals(2, changes);
        assertThrows(Untrusted.class, () -> check(trust, acme));
        settle(trust);
        assertEquals(2, changes);
    }

    private Trust start() {
        Trust trust = new Trust(etc, data, clock);
        trust.onChange(() -> changes++);
        return trust;
    }

    private void settle(Trust trust) {
        trust.scan();
        clock.advance(Trust.REST);
        trust.scan();
    }

    private void setting(String text) throws IOException {
        // Another file each time: two of the same size within a tick of the clock look alike.
        Path half = etc.resolve("half");
        Files.writeString(half, text);
        Files.move(half, etc.resolve(TrustSetting.FILE), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private void trust(PrivateKeyEntry signer) throws IOException {
        Signers.trust(etc, signer);
    }

    private boolean asksForSignatures(Trust trust) throws IOException {
        try {
            return trust.check(Jars.build(home.resolve("unsigned.jar"))).isPresent();
        } catch (Untrusted e) {
            return true;
        }
    }

    private boolean runsOn(Trust trust) throws IOException {
        try {
            trust.checkAgain(Jars.build(home.resolve("runs.jar")), Optional.empty());
            return true;
        } catch (Untrusted e) {
            return false;
        }
    }

    @Test
    void whatRunsRunsOnWhenItsCertificateExpires() throws Exception {
        setting("deploy.trust = signed");
        trust(acme);
        Trust trust = start();
        Path jar = Jars.signed(home.resolve("signed.jar"), acme);
        Optional<Signature> signature = trust.check(jar);
        clock.advance(Duration.ofDays(60));
        assertThrows(Untrusted.class, () -> trust.check(jar));
        trust.checkAgain(jar, signature);
        Files.delete(etc.resolve("trusted/CN=Acme.pem"));
        settle(trust);
        assertThrows(Untrusted.class, () -> trust.checkAgain(jar, signature));
    }

    private Optional<Signature> check(Trust trust, PrivateKeyEntry signer) throws IOException, Untrusted {
        return trust.check(Jars.signed(home.resolve("signed.jar"), signer));
    }
}
