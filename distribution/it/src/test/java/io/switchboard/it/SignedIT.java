package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.it.trouble.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that takes signed bundles only, and the commands of who signs. */
class SignedIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path home = Path.of("");

    @Test
    void onlyWhatSomebodyTrustedHasSignedIsTaken() throws Exception {
        home = folder.resolve("home");
        Path etc = home.resolve("etc");
        command(0, "sign", "--new-key", in("acme.p12"), "--name", "Acme");
        command(0, "sign", "--new-key", in("other.p12"), "--name", "Other");
        try (HubProcess hub = HubProcess.start(home)) {
            Files.createDirectories(etc.resolve("trusted"));
            Files.copy(folder.resolve("acme.pem"), etc.resolve("trusted/acme.pem"));
            Files.writeString(etc.resolve("io.switchboard.deployer.cfg"), "deploy.trust = signed\n");
            Await.until(
                    "the rules hold",
                    () -> hub.log().contains("Bundles in deploy/ have to be signed; 1 certificate(s) trusted"));
            Path plain = Path.of(in("plain.jar"));
            ConnectorJar.build(plain, Trouble.class, "1.0.0");
            String unsigned = command(1, "verify", plain.toString());
            assertTrue(unsigned.contains("not trusted: plain.jar: it is not signed"), unsigned);
            drop(hub, plain);
            Drop.awaitStatus(hub, "trouble.jar", "state: refused", "reason: it is not signed");

            Path signed = Path.of(in("signed.jar"));
            command(0, "sign", plain.toString(), "--key", in("acme.p12"), "--out", signed.toString());
            String trusted = command(0, "verify", signed.toString());
            assertTrue(trusted.contains("all of it is signed by CN=Acme"), trusted);
            drop(hub, signed);
            Drop.awaitStatus(hub, "trouble.jar", "state: running", "signed by: CN=Acme, valid until 20");
            hub.admin().post("/api/trouble/v1/calm", "").ok();

            byte[] tampered = Files.readAllBytes(signed);
            Arrays.fill(tampered, tampered.length / 2, tampered.length / 2 + 10, (byte) 7);
            drop(hub, Files.write(folder.resolve("tampered.jar"), tampered));
            Drop.awaitStatus(hub, "trouble.jar", "state: refused", "still running: ");
            command(0, "sign", plain.toString(), "--key", in("other.p12"));
            drop(hub, plain);
            Drop.awaitStatus(hub, "trouble.jar", "reason: its signer is not trusted here", "still running: ");
            hub.admin().post("/api/trouble/v1/calm", "").ok();

            Files.move(etc.resolve("trusted/acme.pem"), folder.resolve("taken-back.pem"));
            Await.until(
                    "whose signer is trusted no more is taken out",
                    () -> hub.admin().post("/api/trouble/v1/calm", "").status() == 404);
            assertEquals(200, hub.admin().get("/health/ready").status());
        }
    }

    private static void drop(HubProcess hub, Path jar) throws IOException {
        Path half = Files.copy(jar, Drop.half(hub, "trouble.jar"), StandardCopyOption.REPLACE_EXISTING);
        Drop.finish(hub, "trouble.jar", half);
    }

    private String in(String file) {
        return folder.resolve(file).toString();
    }

    /** What a command of the script prints, given a password on its standard input. */
    private String command(int expected, String... words) throws IOException, InterruptedException {
        Process process = HubProcess.script(home, words).start();
        process.getOutputStream().write("a password\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(expected, process.waitFor(), said);
        return said;
    }
}
