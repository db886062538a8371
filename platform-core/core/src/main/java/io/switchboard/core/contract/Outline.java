package io.switchboard.core.contract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A line with what is said of it, and the lines below it. Filled while it is read, then only looked at. */
final class Outline {
    private static final int DEEPEST = 64;

    private final int line;
    private final String text;
    private final Map<String, String> said = new LinkedHashMap<>();
    private final List<Outline> below = new ArrayList<>();

    private Outline(int line, String text) {
        this.line = line;
        this.text = text;
    }

    /** Reads a text; what is given back stands for the whole, and is no line itself. */
    static Outline of(String text) throws ContractFault {
        Outline whole = new Outline(0, "");
        Deque<Outline> open = new ArrayDeque<>();
        open.push(whole);
        int number = 0;
        for (String each : text.split("\n", -1)) {
            number++;
            String line = each.endsWith("\r") ? each.substring(0, each.length() - 1) : each;
            String content = line.strip();
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            int blanks = line.indexOf(content);
            int depth = blanks / 2;
            if (blanks % 2 != 0 || line.indexOf('\t') >= 0 || depth >= open.size() || depth > DEEPEST) {
                throw new ContractFault(
                        number, "is not indented by two blanks below the line it belongs to", "缩进有误，每层应为两个空格");
            }
            while (open.size() > depth + 1) {
                open.pop();
            }
            Outline parent = open.element();
            if (content.startsWith("@")) {
                parent.say(number, content);
            } else {
                Outline next = new Outline(number, content);
                parent.below.add(next);
                open.push(next);
            }
        }
        return whole;
    }

    private void say(int number, String content) throws ContractFault {
        int blank = content.indexOf(' ');
        if (blank < 0) {
            throw new ContractFault(number, "says nothing behind \"" + content + "\"", "“" + content + "”后没有内容");
        }
        String key = content.substring(1, blank);
        try {
            if (said.put(key, Escapes.unescape(content.substring(blank + 1))) != null) {
                throw new ContractFault(number, "says @" + key + " a second time", "重复出现 @" + key);
            }
        } catch (IllegalArgumentException e) {
            throw new ContractFault(
                    number,
                    "has a \\ that begins no escape; one that stands for itself is \\\\",
                    "“\\”转义有误，反斜杠本身应写作“\\\\”");
        }
    }

    int line() {
        return line;
    }

    String text() {
        return text;
    }

    List<Outline> below() {
        return below;
    }

    /** Takes what is said of it; empty where nothing is. */
    String take(String key) {
        String value = said.remove(key);
        return value == null ? "" : value;
    }

    /** Refuses what nobody took. */
    void requireAllTaken() throws ContractFault {
        if (!said.isEmpty()) {
            String key = said.keySet().iterator().next();
            throw fault("says @" + key + ", which does not belong here", "含有不属于此处的 @" + key);
        }
    }

    ContractFault fault(String en, String zh) {
        return new ContractFault(line, "\"" + text + "\" " + en, "“" + text + "”" + zh);
    }
}
