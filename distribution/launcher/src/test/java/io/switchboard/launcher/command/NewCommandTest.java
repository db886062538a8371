package io.switchboard.launcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<String> ran = new ArrayList<>();
    private boolean failing;

    @BeforeEach
    void prepare() throws IOException {
        Path repository = folder.resolve("repository");
        Files.createDirectories(repository.resolve("io/switchboard/io.switchboard.connector.archetype/9.9.9"));
        Files.writeString(repository.resolve("pom.xml"), "<project/>");
    }

    private Ran run(String... words) {
        Maven maven = (where, arguments) -> {
            ran.add(where.getFileName() + ": " + String.join(" ", arguments));
            if (failing) {
                throw CommandFault.failed("Maven failed; the reason is above.", "Maven 执行失败，原因见上。");
            }
        };
        return Ran.of(new NewCommand(folder, folder.resolve("repository"), maven, List.of(words)), "", false);
    }

    @Test
    void aProjectIsMadeByTheArchetypeOfThisDistribution() {
        Ran made = run("connector", "loyalty", "--group", "com.acme");
        assertEquals(0, made.code(), made.err());
        assertTrue(
                made.out().endsWith("Next: cd loyalty; mvn package; switchboard deploy target/loyalty-1.0.0.jar\n"),
                made.out());
        assertEquals(2, ran.size(), "what the build needs is put in place first");
        assertTrue(ran.get(0).startsWith("repository: -f "), ran.get(0));
        for (String part : List.of(
                "-DarchetypeVersion=9.9.9",
                "-DgroupId=com.acme",
                "-DartifactId=loyalty",
                "-Dversion=1.0.0",
                "-Dpackage=com.acme.loyalty",
                "-DclassName=Loyalty")) {
            assertTrue(ran.get(1).contains(" " + part), ran.get(1));
        }
    }

    @Test
    void theArtifactsAloneAreInstalled() {
        assertEquals(0, run("artifacts").code());
        assertEquals(1, ran.size());
    }

    @Test
    void whatCannotBeAProjectIsRefusedBeforeAnythingIsDone() throws IOException {
        for (String name : List.of("Loyalty", "1st", "events", "security", "a-b", "x".repeat(21))) {
            assertEquals(1, run("connector", name).code(), name);
        }
        Files.createDirectory(folder.resolve("there"));
        assertTrue(run("connector", "there").err().contains("is there already"));
        assertEquals(64, run("connector", "loyalty", "--package", "1.2").code());
        assertEquals(64, run("connector").code());
        assertEquals(64, run("project", "loyalty").code());
        assertEquals(List.of(), ran);
    }

    @Test
    void aBuildThatFailsAndADistributionThatIsNotWholeAreSaidSo() throws IOException {
        failing = true;
        assertEquals(
                "Maven failed; the reason is above.\n",
                run("connector", "loyalty").err());
        Files.delete(folder.resolve("repository/pom.xml"));
        assertTrue(run("connector", "loyalty").err().contains("the distribution is not whole"));
    }
}
