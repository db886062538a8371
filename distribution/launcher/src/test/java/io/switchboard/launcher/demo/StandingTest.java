package io.switchboard.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.launcher.command.Node;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandingTest {
    private static final String BACKENDS = """
        {"backends":[
          {"backend":"redmine","endpoints":[{"address":"http://127.0.0.1:3000","state":"UP"}]},
          {"backend":"erp","endpoints":[{"address":"https://erp.example.com","state":"DOWN","why":"it refuses connections"},
                                        {"address":"https://erp2.example.com","state":"TRYING"}]},
          {"backend":"gone","endpoints":[{"address":"http://[::1]:1","state":"DOWN","why":"it refuses connections"}]}]}
        """;

    @TempDir
    Path etc = Path.of("");

    private List<Standing> all() throws IOException {
        return Standing.all(etc, Node.of(BACKENDS));
    }

    private void cfg(String file, String text) throws IOException {
        Files.writeString(etc.resolve("io.switchboard." + file + ".cfg"), text);
    }

    private static String shown(Standing standing, boolean chinese) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        standing.show(new Screen(new PrintStream(out, true, StandardCharsets.UTF_8), chinese));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatNobodyConfiguredIsTheHubsOwn() throws IOException {
        cfg("ticket", "#instance = redmine\n");
        for (Standing each : all()) {
            assertFalse(each.isReal(), each::toString);
            assertTrue(
                    shown(each, false).contains("the hub's own. To have them in a real system, see docs/"),
                    each::toString);
            assertTrue(shown(each, true).contains("由 hub 自身保存"), each::toString);
        }
    }

    @Test
    void whatAnswersIsReal() throws IOException {
        cfg("ticket", "instance = redmine\n");
        cfg("crm", "backend=erp\n");
        List<Standing> all = all();
        assertTrue(all.get(0).isReal());
        assertFalse(all.get(0).isLocal());
        assertTrue(all.get(1).isReal());
        assertTrue(all.get(1).isLocal());
        assertEquals("   tickets: redmine, http://127.0.0.1:3000\n", shown(all.get(1), false));
    }

    @Test
    void whatDoesNotAnswerOrIsNotThereIsTold() throws IOException {
        cfg("crm", "backend = gone\n");
        cfg("ecommerce", "shop = nowhere\n");
        List<Standing> all = all();
        assertFalse(all.get(0).isReal());
        assertTrue(all.get(0).isLocal());
        assertTrue(shown(all.get(0), false).contains("is DOWN: it refuses connections"));
        assertFalse(all.get(2).isReal());
        assertTrue(shown(all.get(2), false).contains("names nowhere, and there is no such system"));
        assertTrue(shown(all.get(2), true).contains("nowhere"));
    }
}
