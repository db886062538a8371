package io.switchboard.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {
    @Test
    void wordsThatMakeSense() {
        assertEquals(Optional.of(new DemoOptions(false, false, "C-1001")), DemoOptions.of());
        assertEquals(Optional.of(new DemoOptions(true, false, "C-1001")), DemoOptions.of("--real"));
        assertEquals(
                Optional.of(new DemoOptions(true, true, "C-7")),
                DemoOptions.of("--customer", "C-7", "--yes", "--real"));
    }

    @Test
    void wordsThatDoNot() {
        assertEquals(Optional.empty(), DemoOptions.of("--help"));
        assertEquals(Optional.empty(), DemoOptions.of("--yes"));
        assertEquals(Optional.empty(), DemoOptions.of("--real", "--customer"));
        assertEquals(Optional.empty(), DemoOptions.of("--real", "--customer", "a/b"));
    }
}
