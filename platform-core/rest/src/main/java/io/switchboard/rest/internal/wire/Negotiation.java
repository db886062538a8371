package io.switchboard.rest.internal.wire;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what to answer in: the format and the language the caller likes best of those there are (RFC 9110, section 12.5). */
public final class Negotiation {
    private static final Set<String> FORMATS =
            Set.of("application/json", "application/xml", "text/xml", "application/*", "*/*");

    private Negotiation() {}

    /** The format for an {@code Accept} header; null where none of ours is accepted. */
    public static @Nullable Format format(@Nullable String accept) {
        // What nearly every client sends, without a walk.
        if (accept == null || accept.equals("application/json") || accept.equals("*/*")) {
            return Format.JSON;
        }
        Best json = new Best();
        Best xml = new Best();
        Best textXml = new Best();
        Weighted choices = new Weighted(accept);
        while (choices.next()) {
            int weight = choices.weight();
            switch (choices.value()) {
                case "application/json" -> json.offer(4, weight);
                case "application/xml" -> xml.offer(4, weight);
                case "text/xml" -> textXml.offer(4, weight);
                case "application/problem+json" -> json.offer(3, weight);
                case "application/problem+xml" -> xml.offer(3, weight);
                case "application/*" -> {
                    json.offer(2, weight);
                    xml.offer(2, weight);
                }
                case "text/*" -> textXml.offer(2, weight);
                case "*/*" -> {
                    json.offer(1, weight);
                    xml.offer(1, weight);
                    textXml.offer(1, weight);
                }
                default -> {
                    // Somebody else's type.
                }
            }
        }
        Format format = null;
        int best = 0;
        if (json.weight > best) {
            format = Format.JSON;
            best = json.weight;
        }
        if (xml.weight > best) {
            format = Format.XML;
            best = xml.weight;
        }
        return textXml.weight > best ? Format.TEXT_XML : format;
    }

    /** Whether another type is liked better than any format of ours, as browsers say it of pages for people. */
    public static boolean prefers(String type, @Nullable String accept) {
        if (accept == null || !accept.contains(type)) {
            return false;
        }
        int wanted = 0;
        int other = 0;
        Weighted choices = new Weighted(accept);
        while (choices.next()) {
            String value = choices.value();
            if (value.equals(type)) {
                wanted = Math.max(wanted, choices.weight());
            } else if (FORMATS.contains(value)) {
                other = Math.max(other, choices.weight());
            }
        }
        return wanted > other;
    }

    /** The weight that the most exact of the choices gives to a format. */
    private static final class Best {
        private int exactness;
        private int weight;

        void offer(int howExact, int itsWeight) {
            if (howExact > exactness) {
                exactness = howExact;
                weight = itsWeight;
            } else if (howExact == exactness) {
                weight = Math.max(weight, itsWeight);
            }
        }
    }
}
