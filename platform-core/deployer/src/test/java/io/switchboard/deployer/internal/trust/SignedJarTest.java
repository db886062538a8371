package io.switchboard.deployer.internal.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyStore.PrivateKeyEntry;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedJarTest {
    @TempDir
    static Path folder;

    private static PrivateKeyEntry acme;
    private static PrivateKeyEntry other;
    private static Trusted trusted;

    @BeforeAll
    static void keys() {
        Signers signers = Signers.in(folder);
        acme = signers.make("Acme");
        other = signers.make("Other");
        trusted = Signers.trusting(acme);
    }

    @Test
    void saysWhoSignedAllOfIt() throws Exception {
        Instant now = Instant.now();
        Signature signature = SignedJar.verify(Jars.signed(folder.resolve("good.jar"), acme), trusted, now);
        assertEquals("CN=Acme", signature.name());
        assertEquals(Signature.of(Signers.certificate(acme), now), signature);
    }

    @Test
    void aSecondSignatureDoesNoHarm() throws Exception {
        Path twice = Jars.sign(Jars.signed(folder.resolve("twice.jar"), other), acme, "SHA-256");
        assertEquals("CN=Acme", SignedJar.verify(twice, trusted, Instant.now()).name());
    }

    @Test
    void refusesWhatNobodySigned() throws Exception {
        refused("not signed", Jars.build(folder.resolve("unsigned.jar")));
    }

    @Test
    void refusesAnotherSigner() throws Exception {
        String why = refused("not trusted here", Jars.signed(folder.resolve("other.jar"), other));
        assertTrue(why.contains("CN=Other"), why);
        assertTrue(
                why.contains(
                        Signature.of(Signers.certificate(other), Instant.EPOCH).fingerprint()),
                why);
    }

    @Test
    void refusesAChangedClass() throws Exception {
        refused("entry " + Jars.CLASS + " was changed", tampered("class", Jars.CLASS, "evil!"));
    }

    @Test
    void refusesAChangedNestedJar() throws Exception {
        refused("entry lib/points.jar was changed", tampered("nested", "lib/points.jar", "evil"));
    }

    @Test
    void refusesAManifestWithAnotherActivator() throws Exception {
        Path file = Jars.tamper(
                Jars.signed(folder.resolve("manifest.jar"), acme),
                entries -> entries.computeIfPresent(
                        "META-INF/MANIFEST.MF",
                        (name, bytes) -> Jars.bytes(Jars.text(bytes)
                                .replace("Bundle-ClassPath", "Bundle-Activator: Evil\r\nBundle-ClassPath"))));
        refused("manifest was changed", file);
    }

    // The platform takes this one: what was signed is still there.
    @Test
    void refusesAManifestWithMoreBehindIt() throws Exception {
        Path file = Jars.tamper(
                Jars.signed(folder.resolve("section.jar"), acme),
                entries -> entries.computeIfPresent(
                        "META-INF/MANIFEST.MF",
                        (name, bytes) -> Jars.bytes(Jars.text(bytes) + "Name: evil/\r\nSealed: true\r\n\r\n")));
        refused("manifest was changed", file);
    }

    @Test
    void refusesAnAddedEntry() throws Exception {
        refused(
                "signed only in part; added after it was signed: evil/Evil.class",
                tampered("added", "evil/Evil.class", "evil"));
    }

    @Test
    void refusesAnAddedClassForNewerJavas() throws Exception {
        String name = "META-INF/versions/21/" + Jars.CLASS;
        refused("added after it was signed: " + name, tampered("release", name, "evil"));
    }

    @Test
    void refusesWhatHidesBesideTheSignature() throws Exception {
        refused("added after it was signed: META-INF/SIG-EVIL", tampered("hidden", "META-INF/SIG-EVIL", "evil"));
        refused("added after it was signed: evil/", tampered("folder", "evil/", "evil"));
    }

    @Test
    void refusesAnEntryTakenAway() throws Exception {
        Path file = Jars.tamper(
                Jars.signed(folder.resolve("removed.jar"), acme),
                entries -> entries.remove("META-INF/services/loyalty.Points"));
        refused("META-INF/services/loyalty.Points was removed", file);
    }

    // Each by itself is good.
    @Test
    void refusesAnEntryOfAnotherJarOfTheSameSigner() throws Exception {
        Path older = Jars.build(folder.resolve("older.jar"));
        Jars.tamper(older, entries -> entries.put(Jars.CLASS, Jars.bytes("older class")));
        SignedJar.verify(Jars.sign(older, acme, "SHA-256"), trusted, Instant.now());
        refused("entry " + Jars.CLASS + " was changed", tampered("mixed", Jars.CLASS, "older class"));
    }

    @Test
    void refusesASignatureThatIsNoneAnyMore() throws Exception {
        Path file = Jars.tamper(
                Jars.signed(folder.resolve("block.jar"), acme),
                entries -> entries.keySet().removeIf(name -> name.endsWith(".EC")));
        refused("its signature does not hold", file);
    }

    @Test
    void refusesDigestsThatCanBeForged() throws Exception {
        for (String digest : new String[] {"SHA-1", "MD5"}) {
            refused("digests that can be forged", Jars.sign(Jars.build(folder.resolve(digest + ".jar")), acme, digest));
        }
    }

    @Test
    void refusesPartsByDifferentSigners() throws Exception {
        Path half = Jars.tamper(
                Jars.signed(folder.resolve("halves.jar"), other),
                entries -> entries.put("evil/Evil.class", Jars.bytes("evil")));
        refused("", Jars.sign(half, acme, "SHA-512"));
    }

    private static Path tampered(String jar, String entry, String content) throws IOException {
        return Jars.tamper(
                Jars.signed(folder.resolve(jar + ".jar"), acme), entries -> entries.put(entry, Jars.bytes(content)));
    }

    private static String refused(String expected, Path file) {
        Untrusted why = assertThrows(Untrusted.class, () -> SignedJar.verify(file, trusted, Instant.now()));
        assertTrue(why.en().contains(expected), why.en());
        assertTrue(why.zh().codePoints().anyMatch(Character::isIdeographic), why.zh());
        return why.en();
    }
}
