package io.switchboard.deployer.internal.bundles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.deployer.DeploymentState;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

class BoundedStartsTest {
    private final BoundedStarts starts = new BoundedStarts(Duration.ofMillis(50));

    @Test
    void oneThatHangsIsGivenUpAndClearedAwayWhenItEnds() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Bundle hanging = Bundles.starting("hanging", () -> end.await(1, TimeUnit.MINUTES));
        DeployFault fault = assertThrows(DeployFault.class, () -> starts.start(hanging));
        assertEquals(DeploymentState.FAILED, fault.outcome().state());
        assertTrue(starts.hangs(hanging));
        CountDownLatch cleared = new CountDownLatch(1);
        starts.afterwards(hanging, cleared::countDown);
        starts.start(Bundles.named("another"));
        end.countDown();
        assertTrue(cleared.await(20, TimeUnit.SECONDS));
        assertFalse(starts.hangs(hanging));
    }

    @Test
    void whatAStartThrowsIsPassedOn() {
        Bundle failing = Bundles.starting("failing", () -> {
            throw new BundleException("no");
        });
        assertEquals(
                "no",
                assertThrows(BundleException.class, () -> starts.start(failing)).getMessage());
        Bundle broken = Bundles.starting("broken", () -> {
            throw new NoClassDefFoundError("Gone");
        });
        BundleException thrown = assertThrows(BundleException.class, () -> starts.start(broken));
        assertEquals("java.lang.NoClassDefFoundError: Gone", Words.of(thrown));
        assertFalse(starts.hangs(broken));
    }
}
