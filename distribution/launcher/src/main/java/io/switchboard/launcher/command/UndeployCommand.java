package io.switchboard.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** {@code undeploy}: takes a file out of {@code deploy/} and waits until the hub has let go of it. */
final class UndeployCommand implements Command {
    private static final long LOOK_MILLIS = 20;
    private static final int PATIENCE_SECONDS = 60;
    private static final Usage USAGE = new Usage("""
                    Usage: switchboard undeploy NAME [--timeout SECONDS]
                    Takes a bundle out of the hub: by its file in deploy/ (loyalty-1.0.0.jar), or by the bundle's name (loyalty).
                    Its operations are gone when this ends with 0; with 1 it was not there, with 2 the hub still has it.""", """
                    用法：switchboard undeploy 名称 [--timeout 秒]
                    从 hub 移除 bundle：名称为 deploy/ 中的文件名（loyalty-1.0.0.jar）或 bundle 名称（loyalty）。
                    结束码：0 其操作已移除；1 不存在；2 hub 尚未移除。""");

    private final Path home;
    private final InstantSource clock;
    private final List<String> arguments;

    UndeployCommand(Path home, InstantSource clock, List<String> arguments) {
        this.home = home;
        this.clock = clock;
        this.arguments = List.copyOf(arguments);
    }

    @Override
    public void run(Terminal terminal) throws IOException, InterruptedException, CommandFault {
        if (USAGE.asked(arguments, terminal)) {
            return;
        }
        Options options = Options.of(arguments, Set.of(), Set.of("--timeout"), USAGE);
        String name = options.word();
        Instant end = clock.instant().plus(options.seconds("--timeout", PATIENCE_SECONDS));
        List<Path> files = DeployFolder.of(home).named(name);
        if (files.isEmpty()) {
            throw CommandFault.failed(
                    "There is no " + name + " in " + home.resolve("deploy") + ". See: switchboard deployments",
                    home.resolve("deploy") + " 中没有 " + name + "。参见：switchboard deployments");
        }
        boolean running = RunningHub.in(home);
        for (Path file : files) {
            Files.deleteIfExists(file);
            String gone = String.valueOf(file.getFileName());
            while (running && Files.exists(DeployStatus.beside(file))) {
                if (!clock.instant().isBefore(end)) {
                    throw new CommandFault(
                            DeployCommand.NOT_YET,
                            gone + ": the file is removed, but the hub has not let go of it yet.",
                            gone + "：文件已移除，但 hub 尚未释放。");
                }
                Thread.sleep(LOOK_MILLIS);
            }
            terminal.say(gone + ": removed", gone + "：已移除");
        }
    }
}
