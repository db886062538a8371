package io.switchboard.crm.observations;

import io.switchboard.crm.spi.Topic;
import io.switchboard.crm.spi.Trait;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a customer shows for one topic. Immutable. Written as a line of five fields between tabs.
 *
 * @param topic of what
 * @param value what holds; the empty text for a tag
 * @param confidence how sure that is, 0 to 1
 * @param at when it was observed
 */
public record Fact(Topic topic, String value, BigDecimal confidence, Instant at) {
    static Fact parse(String text, int from, int to) {
        int name = text.indexOf('\t', from) + 1;
        int value = text.indexOf('\t', name) + 1;
        int confidence = text.indexOf('\t', value) + 1;
        int at = text.indexOf('\t', confidence) + 1;
        return new Fact(
                new Topic(kind(text.charAt(from)), unescape(text.substring(name, value - 1))),
                unescape(text.substring(value, confidence - 1)),
                new BigDecimal(text.substring(confidence, at - 1)),
                Instant.ofEpochMilli(Long.parseLong(text, at, to, 10)));
    }

    void write(StringBuilder out) {
        out.append(letter(topic.kind())).append('\t');
        escape(topic.name(), out);
        out.append('\t');
        escape(value, out);
        out.append('\t').append(confidence.toPlainString()).append('\t').append(at.toEpochMilli());
    }

    Trait trait() {
        return Trait.of(topic.name(), value, confidence, at);
    }

    private static char letter(Topic.Kind kind) {
        return switch (kind) {
            case TAG -> 'T';
            case PREFERENCE -> 'P';
            case NEED -> 'N';
        };
    }

    private static Topic.Kind kind(char letter) {
        return switch (letter) {
            case 'T' -> Topic.Kind.TAG;
            case 'P' -> Topic.Kind.PREFERENCE;
            case 'N' -> Topic.Kind.NEED;
            default -> throw new IllegalStateException("topic " + letter);
        };
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                default -> out.append(c);
            }
        }
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        boolean escaped = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (escaped) {
                out.append(c == 't' ? '\t' : c == 'n' ? '\n' : c);
                escaped = false;
            } else if (c == '\\') {
                escaped = true;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
