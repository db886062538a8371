package io.switchboard.launcher.command;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code deployments}: what every file in {@code deploy/} became, as the hub has written beside it. */
final class DeploymentsCommand implements Command {
    private static final Usage USAGE = new Usage("""
                    Usage: switchboard deployments
                           switchboard deployments --clear CONNECTOR [--url ADDRESS]
                    Says what every file in the hub's deploy/ became. Ends with 1 when one of them does not run as it should.
                      --clear   ends the quarantine of a connector, such as loyalty.v1, at once, as who is logged in""", """
                    用法：switchboard deployments
                          switchboard deployments --clear 连接器 [--url 地址]
                    显示 hub 的 deploy/ 中每个文件的状态；有文件未正常运行时结束码为 1。
                      --clear   以当前登录身份立即结束某连接器（如 loyalty.v1）的隔离""");

    private static final String RELEASE = "/api/quarantine/v1/releases";

    private final Path home;
    private final Callers callers;
    private final List<String> arguments;

    DeploymentsCommand(Callers callers, List<String> arguments) {
        this.callers = callers;
        this.home = callers.home();
        this.arguments = List.copyOf(arguments);
    }

    @Override
    public void run(Terminal terminal) throws IOException, InterruptedException, CommandFault {
        if (USAGE.asked(arguments, terminal)) {
            return;
        }
        Options options = Options.of(arguments, Set.of(), Set.of("--clear", "--url"), USAGE);
        Optional<String> connector = options.value("--clear");
        if (!options.words().isEmpty()
                || (connector.isEmpty() && options.value("--url").isPresent())) {
            throw USAGE.fault();
        }
        if (connector.isPresent()) {
            clear(callers.caller(options), connector.get(), terminal);
        } else {
            show(terminal);
        }
    }

    private static void clear(Caller caller, String connector, Terminal terminal)
            throws IOException, InterruptedException, CommandFault {
        HubClient.Reply reply = caller.send(caller.hub()
                .request(RELEASE)
                .header("Content-Type", "application/json")
                .header("Accept-Language", terminal.chinese() ? "zh" : "en")
                .POST(BodyPublishers.ofString(JsonText.line(Map.of("connector", connector)))));
        if (reply.status() != 200) {
            throw new ProblemText(reply).fault();
        }
        if (!Boolean.TRUE.equals(Json.object(reply.body()).get("released"))) {
            throw CommandFault.failed(connector + " is in no quarantine.", connector + " 未处于隔离状态。");
        }
        terminal.say(connector + ": out of quarantine", connector + "：隔离已结束");
    }

    private void show(Terminal terminal) throws IOException, CommandFault {
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
