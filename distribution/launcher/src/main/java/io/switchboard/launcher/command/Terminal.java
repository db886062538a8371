package io.switchboard.launcher.command;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a command reads and writes. At a terminal it asks; otherwise it takes the standard input, so that scripts need no arguments for
 * what must not be seen in a list of processes.
 */
final class Terminal {
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean chinese;
    private final boolean interactive;

    Terminal(InputStream in, PrintStream out, PrintStream err, boolean chinese, boolean interactive) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.chinese = chinese;
        this.interactive = interactive;
    }

    /** The one of this process. The script says whether its standard input is a terminal, which Java cannot tell on every version. */
    static Terminal ofProcess() {
        return new Terminal(
                System.in,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                "zh".equals(Locale.getDefault().getLanguage()),
                Boolean.getBoolean("switchboard.terminal"));
    }

    void say(String english, String inChinese) {
        out.println(chinese ? inChinese : english);
    }

    void warn(String english, String inChinese) {
        err.println(chinese ? inChinese : english);
    }

    /** What the command was asked for, in no language. */
    void print(String text) {
        out.println(text);
    }

    boolean interactive() {
        return interactive;
    }

    boolean chinese() {
        return chinese;
    }

    /** One line, asked for at a terminal. */
    String line(String english, String inChinese) throws IOException, CommandFault {
        if (!interactive) {
            return inputLine();
        }
        String answer = console().readLine("%s", chinese ? inChinese : english);
        return answer == null ? "" : answer.strip();
    }

    /** One line that is not shown while it is typed. */
    String hiddenLine(String english, String inChinese) throws IOException, CommandFault {
        if (!interactive) {
            return inputLine();
        }
        char @Nullable [] answer = console().readPassword("%s", chinese ? inChinese : english);
        return answer == null ? "" : new String(answer);
    }

    /** All of the standard input, without one end of line behind it. */
    String input(int most) throws IOException, CommandFault {
        byte[] bytes = in.readNBytes(most + 3);
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw CommandFault.failed("The input is not UTF-8.", "输入不是 UTF-8 编码。");
        }
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    // Unbuffered: what follows is the next line's.
    private String inputLine() throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n' && line.length() < 4096) {
            line.append((char) next);
            next = in.read();
        }
        return new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
    }

    // Never null since 22, where it asks at whatever there is.
    @SuppressWarnings("SystemConsoleNull")
    private static Console console() throws CommandFault {
        Console console = System.console();
        if (console == null) {
            throw CommandFault.failed(
                    "There is no terminal to ask at; give the answers by the standard input (a pipe or a file).",
                    "没有可供提问的终端；请通过标准输入（管道或文件）提供内容。");
        }
        return console;
    }
}
