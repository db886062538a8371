package io.switchboard.launcher.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The commands of a developer: what is deployed, and calls. */
public final class Tool {
    private Tool() {}

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofProcess();
        Path home = Command.home();
        Logins logins = Logins.ofUser(System.getenv());
        KnownOperations known = KnownOperations.ofUser(System.getenv());
        Callers callers = new Callers(home, logins, known, InstantSource.system());
        Command command = of(home, callers, List.of(arguments));
        System.exit(Command.exitCode(command, terminal));
    }

    static Command of(Path home, Callers callers, List<String> arguments) {
        List<String> rest = arguments.subList(1, arguments.size());
        return switch (arguments.get(0)) {
            case "deploy" -> new DeployCommand(home, callers.clock(), rest);
            case "undeploy" -> new UndeployCommand(home, callers.clock(), rest);
            case "deployments" -> new DeploymentsCommand(callers, rest);
            case "list" -> new ListCommand(callers, rest);
            case "describe" -> new DescribeCommand(callers, rest);
            case "call" -> new CallCommand(callers, rest);
            case "check" -> new CheckCommand(callers, rest);
            case "new" ->
                terminal -> new NewCommand(
                                Path.of(""), Distribution.folder().resolve("repository"), Maven.ofProcess(), rest)
                        .run(terminal);
            case "logs" -> new LogsCommand(home, rest);
            case "completion" -> terminal -> completion(rest, terminal);
            default -> throw new IllegalArgumentException(arguments.get(0));
        };
    }

    private static void completion(List<String> arguments, Terminal terminal) throws IOException, CommandFault {
        if (arguments.size() != 1 || !List.of("bash", "zsh").contains(arguments.get(0))) {
            throw new Usage("""
                    Usage: switchboard completion bash | zsh
                    Prints what makes the tab key complete commands, operations and arguments. For the shell at hand:
                    source <(switchboard completion bash); for good, put that line into ~/.bashrc or ~/.zshrc.""", """
                    用法：switchboard completion bash | zsh
                    输出用于 Tab 补全命令、操作和参数的脚本。当前 shell 中启用：
                    source <(switchboard completion bash)；长期启用请写入 ~/.bashrc 或 ~/.zshrc。""").fault();
        }
        if (arguments.get(0).equals("zsh")) {
            terminal.print("autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit");
        }
        try (InputStream in = Tool.class.getResourceAsStream("completion.bash")) {
            terminal.print(in == null ? "" : new String(in.readAllBytes(), UTF_8).strip());
        }
    }
}
