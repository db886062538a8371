package io.switchboard.it;

import io.switchboard.it.mistakes.TenMistakes;
import io.switchboard.it.trouble.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** The ways in which an update is no good; each must leave what runs as it is. */
enum BrokenUpdate {
    MISTAKES("refused") {
        @Override
        void drop(HubProcess hub, String file, String version) throws Exception {
            Path half = Drop.half(hub, file);
            ConnectorJar.build(half, TenMistakes.class, NAME, version);
            Drop.finish(hub, file, half);
        }
    },
    CORRUPT("refused") {
        @Override
        void drop(HubProcess hub, String file, String version) throws Exception {
            Path half = Drop.half(hub, file);
            ConnectorJar.build(half, Trouble.class, version);
            byte[] jar = Files.readAllBytes(half);
            Arrays.fill(jar, jar.length / 3, jar.length / 3 + 100, (byte) 0);
            Drop.finish(hub, file, Files.write(half, jar));
        }
    },
    /** Written in place, and never to the end. */
    HALF_COPIED("refused") {
        @Override
        void drop(HubProcess hub, String file, String version) throws Exception {
            Path half = Drop.half(hub, file);
            ConnectorJar.build(half, Trouble.class, version);
            byte[] jar = Files.readAllBytes(half);
            Files.delete(half);
            Files.write(hub.home().resolve("deploy").resolve(file), Arrays.copyOf(jar, jar.length / 2));
        }
    },
    UNRESOLVABLE("waiting") {
        @Override
        void drop(HubProcess hub, String file, String version) throws Exception {
            Map<String, String> needs = Map.of("Bundle-Version", version, "Import-Package", "com.example.missing");
            Drop.headers(hub, file, NAME, needs);
        }
    },
    FAILING_ACTIVATOR("failed") {
        @Override
        void drop(HubProcess hub, String file, String version) throws Exception {
            Map<String, String> fails = Map.of("Bundle-Version", version, "Bundle-Activator", "com.example.Missing");
            Drop.headers(hub, file, NAME, fails);
        }
    };

    private static final String NAME = Trouble.class.getPackageName();

    private final String state;

    BrokenUpdate(String state) {
        this.state = state;
    }

    abstract void drop(HubProcess hub, String file, String version) throws Exception;

    /** What the hub says of it. */
    String state() {
        return state;
    }
}
