package io.switchboard.launcher;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the launcher says to people, in the language of the process (English, or Chinese). */
final class Texts {
    private final ResourceBundle bundle;

    Texts(Locale locale) {
        bundle = ResourceBundle.getBundle(
                "io.switchboard.launcher.texts", "zh".equals(locale.getLanguage()) ? Locale.CHINESE : Locale.ROOT);
    }

    static Texts ofProcess() {
        return new Texts(Locale.getDefault());
    }

    String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }
}
