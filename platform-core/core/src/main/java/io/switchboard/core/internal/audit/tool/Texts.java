package io.switchboard.core.internal.audit.tool;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the command says to people, in English or Chinese. */
final class Texts {
    private final ResourceBundle bundle;

    Texts(Locale locale) {
        // Whatever the machine's language is: it must not stand in for English.
        this.bundle = ResourceBundle.getBundle(
                "io.switchboard.core.internal.audit.tool.texts",
                "zh".equals(locale.getLanguage()) ? Locale.CHINESE : Locale.ROOT,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }
}
