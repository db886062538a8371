package io.switchboard.core.internal.event;

import io.switchboard.connector.DataClass;
import io.switchboard.connector.event.EventMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an event says, as it stands in the store: a line for each member, of name, kind, class of data, origin and text. It is no JSON,
 * since what is masked for each reader has to be told apart.
 */
final class MemberText {
    private static final String NOTHING = "-";
    private static final String UNTRUSTED = "u";
    private static final int PARTS = 5;

    private MemberText() {}

    static String of(List<EventMember> members) {
        StringBuilder text = new StringBuilder();
        for (EventMember each : members) {
            text.append(each.name()).append('\t').append(each.kind().name()).append('\t');
            text.append(each.sensitive().map(DataClass::name).orElse(NOTHING)).append('\t');
            text.append(each.untrusted() ? UNTRUSTED : NOTHING).append('\t');
            escape(each.text(), text);
            text.append('\n');
        }
        return text.toString();
    }

    static List<EventMember> read(String text) {
        List<EventMember> members = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (!line.isEmpty()) {
                String[] parts = line.split("\t", PARTS);
                members.add(new EventMember(
                        parts[0],
                        EventMember.Kind.valueOf(parts[1]),
                        plain(parts[4]),
                        parts[2].equals(NOTHING) ? Optional.empty() : Optional.of(DataClass.valueOf(parts[2])),
                        parts[3].equals(UNTRUSTED)));
            }
        }
        return members;
    }

    /** PostgreSQL has no U+0000 in texts; and lone halves of characters would end the insert. */
    private static void escape(String value, StringBuilder text) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\u0000' -> text.append("\\0");
                default -> text.append(isLoneHalf(value, i) ? '\ufffd' : c);
            }
        }
    }

    private static boolean isLoneHalf(String value, int at) {
        char c = value.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
    }

    private static String plain(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        StringBuilder text = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\') {
                i++;
                char named = escaped.charAt(i);
                text.append(named == 'n' ? '\n' : named == '0' ? '\u0000' : named);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
