package io.switchboard.deployer.internal.bundles;

import static io.switchboard.deployer.internal.bundles.Jars.bundle;
import static io.switchboard.deployer.internal.bundles.Jars.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.deployer.ConnectorStanding;
import io.switchboard.deployer.ConnectorStanding.Standing;
import io.switchboard.deployer.internal.trust.Signers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore.PrivateKeyEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that takes signed bundles only. */
class SignedDeployTest extends DeployFixture {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path keys;

    @SuppressWarnings("NullAway.Init")
    private static PrivateKeyEntry acme;

    @SuppressWarnings("NullAway.Init")
    private static PrivateKeyEntry other;

    @BeforeAll
    static void makeKeys() {
        Signers signers = Signers.in(keys);
        acme = signers.make("Acme");
        other = signers.make("Other");
    }

    @BeforeEach
    void trustAcme() throws IOException {
        Files.createDirectories(home.resolve("etc"));
        Signers.trust(home.resolve("etc"), acme);
        setting("signed");
        rules();
    }

    @Test
    void saysWhoSignedWhatRuns() throws IOException {
        drop("loyalty.jar", Signers.sign(bundle("loyalty", "1.0.0"), acme));
        assertEquals(Set.of("loyalty 1.0.0"), framework.running());
        assertStatus("loyalty.jar", "state: running", "signed by: CN=Acme, valid until ");
    }

    @Test
    void anUpdateThatIsNotTrustedLeavesTheOldOne() throws IOException {
        drop("loyalty.jar", Signers.sign(bundle("loyalty", "1.0.0"), acme));
        drop("loyalty.jar", bundle("loyalty", "2.0.0"));
        assertStatus("loyalty.jar", "state: refused", "reason: it is not signed", "still running: loyalty 1.0.0");
        drop("loyalty.jar", Signers.sign(bundle("loyalty", "2.0.0"), other));
        assertStatus("loyalty.jar", "state: refused", "reason: its signer is not trusted here", "still running");
        assertEquals(Set.of("loyalty 1.0.0"), framework.running());
        assertCopies(1);
    }

    @Test
    void eachBundleOfAnArchiveIsSigned() throws IOException {
        byte[] signed = Signers.sign(bundle("orders", "1.0.0"), acme);
        drop("shop.zip", zip(Map.of("orders.jar", signed, "stock.jar", bundle("stock", "1.0.0"))));
        assertStatus("shop.zip", "state: refused", "reason: stock.jar: it is not signed");
        drop("shop.zip", zip(Map.of("orders.jar", signed)));
        assertStatus("shop.zip", "state: running", "signed by: CN=Acme");
    }

    @Test
    void configurationsComeInSignedArchivesOnly() throws IOException {
        byte[] cfg = "url = x".getBytes(StandardCharsets.UTF_8);
        byte[] archive = zip(Map.of("orders.jar", Signers.sign(bundle("orders", "1.0.0"), acme), "shop.cfg", cfg));
        drop("shop.zip", archive);
        assertStatus("shop.zip", "state: refused", "reason: it is not signed");
        drop("shop.cfg", cfg);
        assertStatus("shop.cfg", "state: refused", "reason: this hub takes signed bundles only");
        drop("shop.zip", Signers.sign(archive, acme));
        assertStatus("shop.zip", "state: running");
        assertEquals(Map.of("shop", Map.of("url", "x")), configured);
    }

    @Test
    void whoIsTrustedNoMoreIsTakenOutAndComesBackWithTheTrust() throws IOException {
        traffic.connectors = List.of(new ConnectorStanding("loyalty.v1", Standing.OFFERED, List.of(), ""));
        drop("loyalty.jar", Signers.sign(bundle("loyalty", "1.0.0"), acme));
        assertStatus("loyalty.jar", "connector: loyalty.v1, offered");
        Path certificate = home.resolve("etc/trusted/CN=Acme.pem");
        Files.delete(certificate);
        rules();
        assertStatus("loyalty.jar", "state: refused", "reason: its signer is not trusted here");
        String status = Files.readString(deploy.resolve("loyalty.jar.status"));
        assertFalse(status.contains("still running") || status.contains("connector"), status);
        assertEquals(Set.of(), framework.running());
        assertCopies(0);
        Signers.trust(home.resolve("etc"), acme);
        rules();
        assertStatus("loyalty.jar", "state: running", "signed by: CN=Acme");
    }

    @Test
    void askingForSignaturesHoldsForWhatRunsToo() throws IOException {
        setting("none");
        rules();
        drop("plain.jar", bundle("plain", "1.0.0"));
        drop("loyalty.jar", Signers.sign(bundle("loyalty", "1.0.0"), acme));
        assertEquals(Set.of("loyalty 1.0.0", "plain 1.0.0"), framework.running());
        setting("mistaken");
        rules();
        assertEquals(Set.of("loyalty 1.0.0", "plain 1.0.0"), framework.running(), "a mistake stops nothing");
        setting("signed");
        rules();
        assertStatus("plain.jar", "state: refused", "reason: it is not signed");
        assertEquals(Set.of("loyalty 1.0.0"), framework.running());
        setting("none");
        rules();
        assertTrue(framework.running().contains("plain 1.0.0"));
    }

    private void setting(String word) throws IOException {
        Path half = Files.writeString(home.resolve("half"), "deploy.trust = " + word + "\n");
        Files.move(half, home.resolve("etc/io.switchboard.deployer.cfg"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Lets the hub see the rules as they are now. */
    private void rules() {
        trust.scan();
        clock.advance(Duration.ofSeconds(1));
        trust.scan();
        rest();
    }
}
