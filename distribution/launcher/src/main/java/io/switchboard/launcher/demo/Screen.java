package io.switchboard.launcher.demo;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the person who watches sees, in one of two languages. */
final class Screen {
    private static final int MOST_LINES = 90;

    private final PrintStream out;
    private final boolean chinese;
    private int step;

    Screen(PrintStream out, boolean chinese) {
        this.out = out;
        this.chinese = chinese;
    }

    /** One that nobody sees. */
    static Screen silent() {
        return new Screen(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false);
    }

    String language() {
        return chinese ? "zh" : "en";
    }

    /** What the customer says; always in the customer's own language. */
    void customer(String words) {
        out.println();
        out.println(pick("Customer: ", "客户：") + words);
    }

    /** The same, with where the words are from. */
    void customer(Utterances.Utterance said) {
        customer(said.words());
        out.println("          (" + said.collection() + ": " + said.label() + ")");
    }

    /** What the chatbot says; always in the customer's own language. */
    void chatbot(String words) {
        out.println(pick("Chatbot:  ", "机器人：") + words);
    }

    /** Begins a step. */
    void step(String english, String inChinese) {
        out.println();
        out.println(++step + ". " + pick(english, inChinese));
    }

    void request(String line, String body) {
        out.println("   > " + line);
        if (!body.isEmpty()) {
            out.println(Text.of(body).laidOut("   > "));
        }
    }

    void answer(String line, String body) {
        out.println("   < " + line);
        String[] lines = Text.of(body).laidOut("     ").split("\n", -1);
        for (int i = 0; i < Math.min(lines.length, MOST_LINES); i++) {
            out.println(lines[i]);
        }
        if (lines.length > MOST_LINES) {
            out.println("     …");
        }
    }

    void note(String english, String inChinese) {
        out.println("   " + pick(english, inChinese));
    }

    void fail(String english, String inChinese) {
        out.println();
        out.println(pick(english, inChinese));
    }

    private String pick(String english, String inChinese) {
        return chinese ? inChinese : english;
    }
}
