package io.switchboard.launcher.command;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** {@code list}: the operations that the caller may call. */
final class ListCommand implements Command {
    private static final Usage USAGE = new Usage("""
                    Usage: switchboard list [CONNECTOR] [--url ADDRESS]
                    Lists the connectors, and of each the operations that you may call: name, effect, whom it is for, what it does.""", """
                    用法：switchboard list [连接器] [--url 地址]
                    列出各连接器及您可调用的操作：名称、作用、适用对象与说明。""");

    private final Callers callers;
    private final List<String> arguments;

    ListCommand(Callers callers, List<String> arguments) {
        this.callers = callers;
        this.arguments = List.copyOf(arguments);
    }

    @Override
    public void run(Terminal terminal) throws IOException, InterruptedException, CommandFault {
        if (USAGE.asked(arguments, terminal)) {
            return;
        }
        Options options = Options.of(arguments, Set.of(), Set.of("--url"), USAGE);
        String wanted = options.words().isEmpty() ? "" : options.word();
        OpenApi document = callers.caller(options).operations();
        List<OperationEntry> operations = document.operations().stream()
                .filter(each -> wanted.isEmpty()
                        || each.tag().equals(wanted)
                        || each.tag().startsWith(wanted + ".v"))
                .toList();
        if (operations.isEmpty()) {
            throw wanted.isEmpty()
                    ? CommandFault.failed("There is nothing that you may call.", "没有可调用的操作。")
                    : CommandFault.failed(
                            "There is nothing of " + wanted + " that you may call. What runs: switchboard deployments",
                            "没有可调用的 " + wanted + " 操作。运行情况见：switchboard deployments");
        }
        int width =
                operations.stream().mapToInt(each -> each.name().length()).max().orElse(0);
        String tag = "";
        for (OperationEntry each : operations) {
            if (!each.tag().equals(tag)) {
                terminal.print((tag.isEmpty() ? "" : "\n") + each.tag() + "  "
                        + Plain.of(document.about(each.tag(), terminal.chinese())));
                tag = each.tag();
            }
            String about = each.node().text("description", terminal.chinese());
            terminal.print(("  %-" + width + "s  %-11s  %-8s  %s")
                    .formatted(each.name(), each.effect(), each.audience(), Plain.of(sentence(about))));
        }
    }

    private static String sentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }
}
