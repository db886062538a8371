package io.switchboard.launcher.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** {@code logs}: the end of the hub's log, and what comes then. */
final class LogsCommand implements Command {
    private static final int LINES = 50;
    private static final long LOOK_MILLIS = 200;
    private static final int MOST_BYTES = 16 << 20;
    private static final Usage USAGE = new Usage("""
                    Usage: switchboard logs [-n LINES] [-f] [--trace TEXT]
                    Prints the last lines (50) of the hub's log. -f goes on with what comes, until Ctrl+C.
                    --trace keeps to entries with this text in them: a trace's or call's id, or the name of a bundle.""", """
                    用法：switchboard logs [-n 行数] [-f] [--trace 文本]
                    显示 hub 日志的最后若干行（50）。-f 持续显示新内容，直至 Ctrl+C。
                    --trace 仅显示含有该文本的条目：trace 或 call 的编号，或 bundle 的名称。""");

    private final Path home;
    private final List<String> arguments;

    LogsCommand(Path home, List<String> arguments) {
        this.home = home;
        this.arguments = List.copyOf(arguments);
    }

    @Override
    public void run(Terminal terminal) throws IOException, InterruptedException, CommandFault {
        if (USAGE.asked(arguments, terminal)) {
            return;
        }
        Options options = Options.of(arguments, Set.of("-f"), Set.of("-n", "--trace"), USAGE);
        if (!options.words().isEmpty()) {
            throw USAGE.fault();
        }
        int most = options.number("-n", LINES, 1_000_000);
        LogEntries entries = new LogEntries(options.value("--trace").orElse(""));
        Path log = home.resolve("logs").resolve("hub.log");
        long size;
        try {
            size = Files.size(log);
        } catch (NoSuchFileException e) {
            throw CommandFault.failed(log + " is not there: no hub has run here.", log + " 不存在：此处没有运行过 hub。");
        }
        long at = Math.max(0, size - MOST_BYTES);
        Deque<String> last = new ArrayDeque<>();
        Part part = read(log, at);
        for (String line : entries.of(part.text())) {
            last.addLast(line);
            if (last.size() > most) {
                last.removeFirst();
            }
        }
        last.forEach(terminal::print);
        at += part.bytes();
        while (options.has("-f")) {
            Thread.sleep(LOOK_MILLIS);
            if (Files.exists(log)) {
                // Smaller than it was: the hub has begun a new one.
                at = Files.size(log) < at ? 0 : at;
                Part more = read(log, at);
                entries.of(more.text()).forEach(terminal::print);
                at += more.bytes();
            }
        }
    }

    private record Part(String text, int bytes) {}

    /** Whole lines only; half a line is read when it is whole. */
    private static Part read(Path log, long from) throws IOException {
        try (FileChannel file = FileChannel.open(log);
                InputStream in = Channels.newInputStream(file.position(from))) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            return new Part(new String(bytes, 0, end, StandardCharsets.UTF_8), end);
        }
    }

    /** Chooses entries: a line with a time, and those behind it without one. */
    private static final class LogEntries {
        private final String wanted;
        private boolean within;

        LogEntries(String wanted) {
            this.wanted = wanted;
        }

        List<String> of(String text) {
            List<String> chosen = new ArrayList<>();
            text.lines().forEach(line -> {
                boolean begins = line.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*");
                within = line.contains(wanted) || (within && !begins);
                if (within) {
                    chosen.add(Plain.of(line.replace("\t", "    ")));
                }
            });
            return chosen;
        }
    }
}
