package io.switchboard.rest.internal.wire;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Chooses between the hub's two languages. */
public final class Languages {
    private Languages() {}

    /** The language for an {@code Accept-Language} header; English where it says nothing of either. */
    public static Locale of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return Locale.ENGLISH;
        }
        int english = 0;
        int chinese = 0;
        Weighted choices = new Weighted(acceptLanguage);
        while (choices.next()) {
            String language = choices.value();
            if (is("en", language)) {
                english = Math.max(english, choices.weight());
            } else if (is("zh", language)) {
                // Of two liked equally, the one named first.
                chinese = choices.weight() == english ? chinese : Math.max(chinese, choices.weight());
            }
        }
        return chinese > english || (chinese > 0 && chinese == english) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    private static boolean is(String language, String tag) {
        return tag.startsWith(language) && (tag.length() == 2 || tag.charAt(2) == '-');
    }

    /** The value of {@code Content-Language}. */
    public static String tag(Locale locale) {
        return locale.getLanguage().equals("zh") ? "zh-CN" : "en";
    }
}
