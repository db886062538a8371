package io.switchboard.core.descriptor;

import java.util.Locale;

/**
 * A text in the hub's two languages. Immutable.
 *
 * @param en in English; may be empty
 * @param zh in Chinese; may be empty
 */
public record Text(String en, String zh) {
    /** No text. */
    public static final Text NONE = new Text("", "");

    /** Whether it says nothing. */
    public boolean isEmpty() {
        return en.isEmpty() && zh.isEmpty();
    }

    /** The text for a reader: Chinese where that is asked for and there, English otherwise. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") && !zh.isEmpty() ? zh : en;
    }
}
