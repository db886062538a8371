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
    private final List<WithheldFile> passedOver = new ArrayList<>();
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

        @Override
        public List<WithheldFile> passedOver() {
            return passedOver;
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

    @Test
    void itIsReadyWhileTheValuesBeforeStayAndSaysOfWhichFile() {
        passedOver.add(new WithheldFile("a.cfg", "x = soon: it has to be a whole number"));
        assertTrue(health.check().ready());
        assertEquals(
                "These configurations are not used, and the values before them stay. "
                        + "a.cfg: x = soon: it has to be a whole number.",
                health.check().message());
        files.add(new WithheldFile("b.cfg", "it is not UTF-8"));
        assertFalse(health.check().ready());
    }
}
