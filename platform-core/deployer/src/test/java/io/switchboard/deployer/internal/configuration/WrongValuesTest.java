package io.switchboard.deployer.internal.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.deployer.WithheldFile;
import io.switchboard.deployer.internal.watch.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that are well written, and that the components do not take. */
class WrongValuesTest implements Opinions {
    private static final String HUB = "io.switchboard.core";

    private final TestClock clock = new TestClock();
    private final Withheld withheld = new Withheld();
    private final Map<String, Map<String, Object>> given = new HashMap<>();
    private final List<String> held = new ArrayList<>();
    private boolean started = true;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path etc;

    @SuppressWarnings("NullAway.Init")
    private ConfigurationFolder folder;

    @BeforeEach
    void make() {
        folder = new ConfigurationFolder(
                etc,
                () -> true,
                new ConfigurationText(new References(name -> "s3cret", name -> null, name -> null)),
                new Given(),
                new Held(),
                this,
                withheld,
                "",
                List.of(),
                Listener.NOBODY,
                clock);
    }

    // A component whose number is a number and that fails on 13.
    @Override
    public String mistake(String pid, Map<String, Object> values, UnaryOperator<String> written) {
        boolean number = values.get("number") instanceof String text && text.matches("\\d+");
        return number || !started ? "" : "number = " + written.apply("number") + ": it has to be a whole number";
    }

    @Override
    public Verdict verdict(String pid, Map<String, Object> values) {
        return !started || !values.equals(given.get(pid))
                ? Verdict.UNKNOWN
                : "13".equals(values.get("number")) ? new Verdict(false, "13 brings bad luck") : new Verdict(true, "");
    }

    @Override
    public List<String> doubts(String pid, Map<String, Object> values) {
        return List.of();
    }

    @Test
    void whatCannotBeReadIsNotGivenOutAndTheValuesBeforeStay() throws IOException {
        write(HUB, "number = 1");
        write(HUB, "number = soon");
        assertEquals(Map.of(HUB, Map.of("number", "1")), given);
        assertEquals(List.of(file(HUB, "number = soon: it has to be a whole number")), withheld.passedOver());
        assertEquals(List.of(), withheld.files());
        write(HUB, "number = 2");
        assertEquals(Map.of(HUB, Map.of("number", "2")), given);
        assertEquals(List.of(), withheld.passedOver());
    }

    @Test
    void aSecretIsNotSaid() throws IOException {
        write(HUB, "number = $[secret:x]");
        assertEquals(List.of(file(HUB, "number = $[secret:x]: it has to be a whole number")), withheld.files());
    }

    @Test
    void whatAComponentFailsOfIsTakenBack() throws IOException {
        write("loyalty", "number = 1");
        write("loyalty", "number = 13");
        assertEquals(Map.of("loyalty", Map.of("number", "1")), given);
        assertEquals(
                List.of(file("loyalty", "what it configures failed as it was made: 13 brings bad luck")),
                withheld.passedOver());
        write("loyalty", "number = 3");
        assertEquals(Map.of("loyalty", Map.of("number", "3")), given);
        assertEquals(List.of(), withheld.passedOver());
    }

    @Test
    void atTheStartWhatTheHubItselfFailsOfIsWithheldWithItsReason() throws IOException {
        started = false;
        write(HUB, "number = 13");
        write("io.switchboard.rest", "number = many");
        write("loyalty", "number = 13");
        assertEquals(3, given.size());
        started = true;
        rest();
        assertEquals(
                List.of(
                        file(HUB, "what it configures failed as it was made: 13 brings bad luck"),
                        file("io.switchboard.rest", "number = many: it has to be a whole number")),
                withheld.files());
        assertEquals(List.of(HUB, "io.switchboard.rest"), held.stream().sorted().toList());
        assertEquals(Map.of("loyalty", Map.of("number", "13")), given, "its own trouble may be another");
        write(HUB, "number = 1");
        assertEquals(List.of("io.switchboard.rest"), held);
    }

    @Test
    void newValuesAreLookedAtMoreOften() throws IOException {
        write(HUB, "number = 1");
        clock.advance(Duration.ofSeconds(5));
        Files.writeString(etc.resolve(HUB + ".cfg"), "number = 22");
        folder.scan();
        clock.advance(ConfigurationFolder.REST);
        assertEquals(Duration.ofMillis(100), folder.scan());
        clock.advance(Duration.ofSeconds(5));
        assertEquals(Duration.ofSeconds(3), folder.scan());
    }

    private static WithheldFile file(String pid, String reason) {
        return new WithheldFile(pid + ".cfg", reason);
    }

    private void write(String pid, String content) throws IOException {
        Files.writeString(etc.resolve(pid + ".cfg"), content);
        rest();
    }

    private void rest() {
        folder.scan();
        clock.advance(ConfigurationFolder.REST.multipliedBy(2));
        folder.scan();
        clock.advance(Duration.ofSeconds(3));
        folder.scan();
    }

    private final class Held implements Configured {
        @Override
        public void hold(String pid) {
            held.add(pid);
        }

        @Override
        public void release(String pid) {
            held.remove(pid);
        }
    }

    private final class Given implements Configurations {
        @Override
        public boolean set(ConfigurationId id, Map<String, Object> values) {
            return !values.equals(given.put(id.toString(), values));
        }

        @Override
        public void remove(ConfigurationId id) {
            given.remove(id.toString());
        }
    }
}
