package io.switchboard.deployments.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.deployer.Deployment;
import io.switchboard.deployer.Deployments;
import io.switchboard.deployer.WithheldFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WithheldFilesTest {
    private final List<WithheldFile> files = new ArrayList<>();
    private final WithheldFiles health = new WithheldFiles(new Deployments() {
        @Override
        public List<Deployment> current() {
            return List.of();
        }

        @Override
        public Subscription onChange(Consumer<List<Deployment>> listener) {
            return () -> {};
        }

        @Override
        public List<WithheldFile> withheld() {
            return files;
        }
    });

    @Test
    void theHubIsReadyWhenNothingIsWithheld() {
        assertTrue(health.check().ready());
    }

    @Test
    void itIsNotReadyWhileAFileIsWithheldAndSaysWhich() {
        files.add(new WithheldFile("a.cfg", "x: the environment variable NONE is not set"));
        assertFalse(health.check().ready());
        assertEquals(
                "These configurations are not used, and what they configure does not run. "
                        + "a.cfg: x: the environment variable NONE is not set.",
                health.check().message());
    }
}
