package io.switchboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void bothLanguagesSayTheSameThings() {
        ResourceBundle english = ResourceBundle.getBundle("io.switchboard.launcher.texts", Locale.ROOT);
        ResourceBundle chinese = ResourceBundle.getBundle("io.switchboard.launcher.texts", Locale.CHINESE);
        assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(chinese.keySet()));
        for (String key : english.keySet()) {
            for (int i = 0; i < 5; i++) {
                String place = "{" + i + "}";
                assertEquals(
                        english.getString(key).contains(place),
                        chinese.getString(key).contains(place),
                        key);
            }
        }
    }

    @Test
    void anyChineseLocaleGetsChinese() {
        String text = new Texts(Locale.forLanguageTag("zh-TW")).get("start.locked", "/srv/hub");
        assertTrue(text.startsWith("/srv/hub 中已有"), text);
    }

    @Test
    void otherLocalesGetEnglishEvenOnAChineseMachine() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.CHINA);
        try {
            String text = new Texts(Locale.GERMANY).get("start.locked", "/srv/hub");
            assertTrue(text.startsWith("A hub is already running"), text);
        } finally {
            Locale.setDefault(before);
        }
    }
}
