package io.switchboard.launcher.command;

import io.switchboard.launcher.command.OperationEntry.Argument;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** {@code describe}: what an operation takes, answers and refuses. */
final class DescribeCommand implements Command {
    private static final Usage USAGE = new Usage("""
                    Usage: switchboard describe OPERATION [--url ADDRESS]
                    Shows what an operation does, its arguments with types, bounds and examples, its result, and its errors.""", """
                    用法：switchboard describe 操作 [--url 地址]
                    显示操作的作用、参数（类型、取值范围与示例）、结果和错误。""");

    private final Callers callers;
    private final List<String> arguments;

    DescribeCommand(Callers callers, List<String> arguments) {
        this.callers = callers;
        this.arguments = List.copyOf(arguments);
    }

    @Override
    public void run(Terminal terminal) throws IOException, InterruptedException, CommandFault {
        if (USAGE.asked(arguments, terminal)) {
            return;
        }
        Options options = Options.of(arguments, Set.of(), Set.of("--url"), USAGE);
        OperationEntry operation = callers.caller(options).operation(options.word());
        boolean chinese = terminal.chinese();
        Node node = operation.node();
        terminal.print(operation.name());
        terminal.print("  " + operation.method() + " " + operation.path());
        terminal.print("  "
                + String.join(
                        "  ", operation.effect(), operation.audience(), operation.scope(), node.text("x-deadline")));
        terminal.print("\n" + Plain.of(node.text("description", chinese)));

        SchemaText text = new SchemaText(operation.document(), chinese);
        terminal.say("\nArguments", "\n参数");
        operation.arguments().forEach(each -> print(text.argument(each), terminal));
        terminal.say("\nResult", "\n结果");
        operation
                .result()
                .ifPresentOrElse(schema -> print(text.members(schema), terminal), () -> terminal.say("  none", "  无"));
        terminal.say("\nErrors", "\n错误");
        operation.errors().forEach(each -> terminal.print("  " + Plain.of(each)));
        terminal.say("\nExample", "\n示例");
        terminal.print("  " + example(operation));
    }

    private static void print(List<String> lines, Terminal terminal) {
        lines.forEach(terminal::print);
    }

    private static String example(OperationEntry operation) {
        StringBuilder line = new StringBuilder("switchboard call ").append(operation.name());
        Node body = operation.example();
        for (Argument each : operation.arguments()) {
            List<Node> examples = each.schema().get("examples").items();
            Node value = examples.isEmpty() ? body.get(each.name()) : examples.get(0);
            if (value.present() && each.required()) {
                line.append(' ').append(each.name()).append('=').append(quoted(Plain.of(value.shown())));
            }
        }
        return line.toString();
    }

    // For a shell.
    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9_.:/@+,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
