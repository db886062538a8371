package io.switchboard.rest.internal.wire;

import io.switchboard.core.value.ValueOutput;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as XML: a record's members are elements of their names, a list's entries are wrapped, a map's entries are
 * {@code <entry key="…">}.
 */
public final class XmlOutput implements ValueOutput {
    private static final String ENTRY = "entry";

    private final BodyBuffer to;
    private final XmlRoot root;
    private String[] open = new String[16];
    private boolean[] lists = new boolean[16];
    private int depth;
    private String next;
    private @Nullable String key;

    /** Writes a document into a buffer. */
    public XmlOutput(BodyBuffer to, XmlRoot root) {
        this.to = to;
        this.root = root;
        this.next = root.element();
        to.ascii("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }

    @Override
    public void startRecord() {
        open(false);
    }

    @Override
    public void endRecord() {
        close();
    }

    @Override
    public void name(String name) {
        next = element(name);
    }

    @Override
    public void startList() {
        open(true);
    }

    @Override
    public void endList() {
        close();
    }

    @Override
    public void startMap() {
        open(false);
    }

    @Override
    public void key(String entryKey) {
        next = ENTRY;
        key = entryKey;
    }

    @Override
    public void endMap() {
        close();
    }

    @Override
    public void text(String value) {
        String name = startTag();
        XmlText.write(value, false, to);
        endTag(name);
    }

    @Override
    public void number(long value) {
        ascii(Long.toString(value));
    }

    @Override
    public void bool(boolean value) {
        ascii(value ? "true" : "false");
    }

    private void ascii(String value) {
        String name = startTag();
        to.ascii(value);
        endTag(name);
    }

    private void open(boolean list) {
        String name = startTag();
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
            lists = Arrays.copyOf(lists, depth * 2);
        }
        open[depth] = name;
        lists[depth++] = list;
    }

    private void close() {
        endTag(open[--depth]);
    }

    private String startTag() {
        String name = depth > 0 && lists[depth - 1] ? root.item() : next;
        to.write('<');
        to.ascii(name);
        if (depth == 0 && !root.namespace().isEmpty()) {
            to.ascii(" xmlns=\"");
            to.ascii(root.namespace());
            to.write('"');
        }
        if (key != null) {
            to.ascii(" key=\"");
            XmlText.write(key, true, to);
            to.write('"');
            key = null;
        }
        to.write('>');
        return name;
    }

    private void endTag(String name) {
        to.ascii("</");
        to.ascii(name);
        to.write('>');
    }

    /** The name, with what an element's name cannot hold replaced; the descriptor reader lets none of it through. */
    private static String element(String name) {
        boolean fits = !name.isEmpty() && isStart(name.charAt(0));
        for (int i = 1; fits && i < name.length(); i++) {
            fits = isStart(name.charAt(i)) || isDigit(name.charAt(i));
        }
        if (fits) {
            return name;
        }
        StringBuilder fitting = new StringBuilder("_");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            fitting.append(isStart(c) || isDigit(c) ? c : '_');
        }
        return fitting.toString();
    }

    private static boolean isStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
