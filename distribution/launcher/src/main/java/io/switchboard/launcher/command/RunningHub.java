package io.switchboard.launcher.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a hub lives in a home, by the process that it has written down. */
final class RunningHub {
    private RunningHub() {}

    static boolean in(Path home) throws IOException {
        Path file = home.resolve("run").resolve("hub.json");
        Map<String, @Nullable Object> members = Files.exists(file) ? Json.object(Files.readString(file)) : Map.of();
        return members.get("pid") instanceof BigDecimal pid
                && ProcessHandle.of(pid.longValue())
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
    }

    static void need(Path home) throws IOException, CommandFault {
        if (!in(home)) {
            throw new CommandFault(
                    CommandFault.NOT_RUNNING,
                    "No hub is running in " + home + ". Start one with: switchboard start",
                    home + " 中没有 hub 在运行。请先启动：switchboard start");
        }
    }
}
