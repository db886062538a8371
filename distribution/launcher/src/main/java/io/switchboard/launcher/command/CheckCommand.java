package io.switchboard.launcher.command;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** {@code check}: whether the systems behind answer, let the hub in and have what it needs. */
final class CheckCommand implements Command {
    // The hub gives its backends 20 seconds.
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Usage USAGE = new Usage("""
                    Usage: switchboard check [BACKEND...] [--url ADDRESS]
                    Asks the hub to look at its backends: whether each answers, lets the hub in, and has the fields it needs.
                    Changes nothing in them. Takes a login with the scope backends.read, which administrators have.
                    Ends with 0 when nothing is wrong, 1 when something is, 4 when no hub answers.""", """
                    用法：switchboard check [后端…] [--url 地址]
                    让 hub 检查各后端：是否有应答、是否接受 hub 的凭据、是否具备所需的字段。不会更改任何数据。
                    需要具有 backends.read 权限的登录（管理员即有）。
                    结束码：0 一切正常；1 存在问题；4 没有 hub 应答。""");

    private final Callers callers;
    private final List<String> arguments;

    CheckCommand(Callers callers, List<String> arguments) {
        this.callers = callers;
        this.arguments = List.copyOf(arguments);
    }

    @Override
    public void run(Terminal terminal) throws IOException, InterruptedException, CommandFault {
        if (USAGE.asked(arguments, terminal)) {
            return;
        }
        Options options = Options.of(arguments, Set.of(), Set.of("--url"), USAGE);
        Caller caller = callers.caller(options);
        HubClient.Reply reply = caller.send(caller.hub()
                .request("/api/backends/check")
                .timeout(PATIENCE)
                .header("Accept-Language", terminal.chinese() ? "zh" : "en")
                .GET());
        if (reply.status() != 200) {
            throw new ProblemText(reply).fault();
        }
        List<Node> found = new Node(Json.object(reply.body())).get("backends").items();
        List<Node> wanted = found.stream()
                .filter(each -> options.words().isEmpty() || options.words().contains(each.text("backend")))
                .toList();
        for (String name : options.words()) {
            if (wanted.stream().noneMatch(each -> each.text("backend").equals(name))) {
                throw CommandFault.failed(
                        "There is no backend " + name + ": is its bundle there, and its configuration in etc/?",
                        "没有名为 " + name + " 的后端：其 bundle 和 etc/ 中的配置是否存在？");
            }
        }
        if (wanted.isEmpty()) {
            terminal.say("No backend outside of the hub is in use.", "未使用 hub 之外的后端。");
        }
        wanted.forEach(each -> show(each, terminal));
        if (wanted.stream().anyMatch(CheckCommand::isWrong)) {
            throw CommandFault.said(CommandFault.FAILED);
        }
    }

    private static boolean isWrong(Node backend) {
        return backend.get("findings").items().stream()
                .anyMatch(each -> each.text("outcome").equals("FAULT"));
    }

    private static void show(Node backend, Terminal terminal) {
        terminal.print(Plain.of(backend.text("backend")));
        for (Node finding : backend.get("findings").items()) {
            String text = Plain.of(finding.text("text"));
            switch (finding.text("outcome")) {
                case "RIGHT" -> terminal.say("  ok       " + text, "  正常  " + text);
                case "WARNING" -> terminal.say("  warning  " + text, "  警告  " + text);
                default -> terminal.say("  FAULT    " + text, "  故障  " + text);
            }
        }
    }
}
