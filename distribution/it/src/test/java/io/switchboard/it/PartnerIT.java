package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What partners are told works from an empty folder, with nothing but what is shipped. */
class PartnerIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"docs/partners.md", "docs/partners.zh-CN.md"})
    void thePageIsWalkedByCopyAndPaste(String page) throws Exception {
        walk(page, "");
    }

    @Test
    void theExampleIsBuiltDeployedAndCalled() throws Exception {
        walk("examples/lockers/README.md", """
                cp -r '%s' examples
                rm -rf examples/lockers/target
                cd examples
                switchboard start --demo
                switchboard login --admin
                """.formatted(ROOT.resolve("examples")));
    }

    private void walk(String page, String before) throws Exception {
        Walkthrough walk = Walkthrough.of(ROOT.resolve(page));
        assertTrue(walk.size() > 0, "the page has commands");
        PartnerMachine machine = PartnerMachine.in(folder);
        try {
            PartnerMachine.Said said = machine.run("set -euo pipefail\n" + before + walk.script());
            assertEquals(0, said.code(), said.text());
            assertEquals(List.of(), walk.missing(said.text()), said.text());
        } finally {
            machine.stopHub();
        }
    }
}
