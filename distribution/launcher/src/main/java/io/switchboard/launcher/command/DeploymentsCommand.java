package io.switchboard.launcher.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code deployments}: what every file in {@code deploy/} became, as the hub has written beside it. */
final class DeploymentsCommand implements Command {
    private static final Usage USAGE = new Usage("""
                    Usage: switchboard deployments
                    Says what every file in the hub's deploy/ became. Ends with 1 when one of them does not run as it should.""", """
                    用法：switchboard deployments
                    显示 hub 的 deploy/ 中每个文件的状态；有文件未正常运行时结束码为 1。""");

    private final Path home;
    private final List<String> arguments;

    DeploymentsCommand(Path home, List<String> arguments) {
        this.home = home;
        this.arguments = List.copyOf(arguments);
    }

    @Override
    public void run(Terminal terminal) throws IOException, CommandFault {
        if (USAGE.asked(arguments, terminal)) {
            return;
        }
        if (!Options.of(arguments, Set.of(), Set.of(), USAGE).words().isEmpty()) {
            throw USAGE.fault();
        }
        List<Path> files = DeployFolder.of(home).files();
        if (files.isEmpty()) {
            terminal.say("Nothing is in " + home.resolve("deploy") + ".", home.resolve("deploy") + " 中没有文件。");
        }
        if (!RunningHub.in(home)) {
            terminal.warn("No hub is running; this is what the last one said.", "没有 hub 在运行；以下为上次运行的结果。");
        }
        boolean sound = true;
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            Optional<DeployStatus> status = DeployStatus.of(file);
            sound &= status.filter(DeployStatus::runs).isPresent();
            terminal.say(
                    status.map(found -> found.text(name, false)).orElse(name + ": not looked at yet"),
                    status.map(found -> found.text(name, true)).orElse(name + "：尚未处理"));
        }
        if (!sound) {
            throw CommandFault.said(CommandFault.FAILED);
        }
    }
}
