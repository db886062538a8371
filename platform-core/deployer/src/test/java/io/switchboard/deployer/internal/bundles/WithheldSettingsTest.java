package io.switchboard.deployer.internal.bundles;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.deployer.DeploymentState;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

class WithheldSettingsTest {
    private static final String NAMED = """
            <scr:component xmlns:scr="x" name="com.example.Loyalty" configuration-pid="loyalty other">
              <property name="points" type="Long" value="1"/>
            </scr:component>
            """;
    private static final String UNNAMED = "<scr:component xmlns:scr='x' immediate='true' name='com.example.Points'/>";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void whatHasWithheldSettingsWaitsBeforeItIsStarted() throws Exception {
        Bundle bundle = bundle(NAMED);
        WithheldSettings settings =
                new WithheldSettings(reasons(Map.of("other", "other.cfg: no secret", "points", "points.cfg: -")));
        DeployFault fault = assertThrows(DeployFault.class, () -> settings.check(bundle));
        assertEquals(DeploymentState.WAITING, fault.outcome().state());
        assertEquals(
                "its settings cannot be used. other.cfg: no secret",
                fault.outcome().en());
    }

    @Test
    void theNameOfAComponentIsThatOfItsSettingsWhereItSaysNoOther() throws Exception {
        Bundle bundle = bundle(UNNAMED);
        assertThrows(
                DeployFault.class,
                () -> new WithheldSettings(reasons(Map.of("com.example.Points", "it"))).check(bundle));
        assertDoesNotThrow(() -> new WithheldSettings(reasons(Map.of("loyalty", "it"))).check(bundle));
    }

    private static Function<String, Optional<String>> reasons(Map<String, String> reasons) {
        return pid -> Optional.ofNullable(reasons.get(pid));
    }

    private Bundle bundle(String description) throws Exception {
        Path file = Files.writeString(folder.resolve("it.xml"), description);
        return (Bundle) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeaders" -> FrameworkUtil.asDictionary(Map.of("Service-Component", "OSGI-INF/it.xml"));
                    case "findEntries" -> {
                        assertEquals(List.of("OSGI-INF/", "it.xml", false), List.of(arguments));
                        yield Collections.enumeration(List.of(file.toUri().toURL()));
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
