package io.switchboard.ticket.internal.dispatch;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words to look for in what a customer wrote. Neither case nor width matters. A word of Latin letters is found at the beginning of a
 * word only ({@code refund} in "refunded", {@code app} not in "happy"); Chinese has no spaces, so its words are found anywhere.
 */
record Words(List<String> words) {
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    static final Words NONE = new Words(List.of());

    Words {
        words = words.stream().map(Words::plain).toList();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** The first of the words that stands in a text, given as {@link #plain}. */
    Optional<String> firstIn(String plainText) {
        return words.stream().filter(word -> stands(word, plainText)).findFirst();
    }

    /** A text in the form in which words are compared; characters that nobody sees cannot part a word. */
    static String plain(String text) {
        String visible = INVISIBLE.matcher(text).replaceAll("");
        return Normalizer.normalize(visible, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static boolean stands(String word, String text) {
        boolean latin = latin(word.charAt(0));
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (!latin || at == 0 || !latin(text.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean latin(char c) {
        return Character.isLetterOrDigit(c) && c < '\u0250';
    }
}
