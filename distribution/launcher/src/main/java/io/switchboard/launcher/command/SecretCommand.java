package io.switchboard.launcher.command;

import io.switchboard.secrets.SecretFault;
import io.switchboard.secrets.SecretStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code secret set NAME}, {@code secret list}, {@code secret rm NAME}: the secrets of the hub of {@code SWITCHBOARD_HOME}, whether it runs or
 * not. A value is never an argument, which every account of the machine could see, and is never shown again.
 */
public final class SecretCommand implements Command {
    private final Path home;
    private final SecretStore store;
    private final List<String> arguments;

    SecretCommand(Path home, List<String> arguments) {
        this.home = home;
        this.store = new SecretStore(home.resolve("data"), InstantSource.system());
        this.arguments = List.copyOf(arguments);
    }

    public static void main(String[] arguments) {
        System.exit(Command.exitCode(new SecretCommand(Command.home(), List.of(arguments)), Terminal.ofProcess()));
    }

    @Override
    public void run(Terminal terminal) throws IOException, CommandFault {
        String act = arguments.isEmpty() ? "" : arguments.get(0);
        if (act.equals("set") && arguments.size() == 2) {
            set(arguments.get(1), terminal);
        } else if (act.equals("rm") && arguments.size() == 2) {
            remove(arguments.get(1), terminal);
        } else if (act.equals("list") && arguments.size() == 1) {
            list(terminal);
        } else {
            throw new CommandFault(
                    CommandFault.USAGE,
                    "Usage: switchboard secret set NAME | list | rm NAME\n"
                            + "The value of set is asked for, or taken from the standard input; it is never an argument.",
                    "用法：switchboard secret set 名称 | list | rm 名称\n" + "set 的值由提示输入或取自标准输入，不能作为参数。");
        }
    }

    private void set(String name, Terminal terminal) throws IOException, CommandFault {
        if (!SecretStore.isName(name)) {
            // Before the value is typed.
            throw SecretFault.name(name);
        }
        store.set(name, value(name, terminal));
        terminal.say(
                "The secret " + name + " is set. A running hub uses it within five seconds.",
                "密钥 " + name + " 已设置。运行中的 hub 会在五秒内启用。");
    }

    private static String value(String name, Terminal terminal) throws IOException, CommandFault {
        if (!terminal.interactive()) {
            return terminal.input(SecretStore.MAX_VALUE_BYTES);
        }
        String value = terminal.hiddenLine("Value of " + name + ": ", name + " 的值：");
        if (!value.equals(terminal.hiddenLine("Once more: ", "再次输入："))) {
            throw CommandFault.failed("The two values differ; nothing was changed.", "两次输入不一致，未作更改。");
        }
        return value;
    }

    private void remove(String name, Terminal terminal) throws IOException, CommandFault {
        if (!store.remove(name)) {
            throw CommandFault.failed("There is no secret " + name + ".", "没有名为 " + name + " 的密钥。");
        }
        terminal.say("The secret " + name + " is removed.", "密钥 " + name + " 已删除。");
        Set<String> files = new SecretUses(home.resolve("etc")).find().getOrDefault(name, Set.of());
        if (!files.isEmpty()) {
            String names = String.join(", ", files);
            terminal.warn(
                    "Still referred to by " + names + ": what these configure stops within five seconds.",
                    "以下文件仍在引用：" + names + "；其所配置的部分将在五秒内停用。");
        }
    }

    private void list(Terminal terminal) throws IOException {
        Map<String, String> changed = new TreeMap<>();
        store.list().forEach(each -> changed.put(each.name(), each.changed().toString()));
        Map<String, Set<String>> uses = new SecretUses(home.resolve("etc")).find();
        Set<String> names = new TreeSet<>(changed.keySet());
        names.addAll(uses.keySet());
        if (names.isEmpty()) {
            terminal.say("There are no secrets in " + home + ".", home + " 中没有密钥。");
        }
        for (String name : names) {
            Set<String> files = uses.getOrDefault(name, Set.of());
            String used = files.isEmpty() ? "" : "  " + String.join(", ", files);
            terminal.say(
                    name + "  " + changed.getOrDefault(name, "NOT SET") + used,
                    name + "  " + changed.getOrDefault(name, "未设置") + used);
        }
    }
}
