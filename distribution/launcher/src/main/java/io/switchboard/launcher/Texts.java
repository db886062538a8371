package io.switchboard.launcher;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the launcher says to people, in the language of the process (English, or Chinese). */
final class Texts {
    private final Locale locale;

    Texts(Locale locale) {
        this.locale = "zh".equals(locale.getLanguage()) ? Locale.CHINESE : Locale.ROOT;
    }

    static Texts ofProcess() {
        return new Texts(Locale.getDefault());
    }

    String get(String key, Object... arguments) {
        // Loaded when something is said, which a good start does not wait for.
        ResourceBundle bundle = ResourceBundle.getBundle("io.switchboard.launcher.texts", locale);
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }
}
