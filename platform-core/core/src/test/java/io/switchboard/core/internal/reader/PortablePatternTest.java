package io.switchboard.core.internal.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortablePatternTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a-z][a-z0-9-]{0,39}",
                "\\S(.*\\S)?",
                "[^@\\s]+@[^@\\s]+",
                "[+(0-9][0-9 ()./-]*",
                "a{2}b{2,}?c+?",
                "^(?:a|b)(?=c)(?!d).*$",
                "\\p{Lu}[\\p{sc=Han}\\u4e00\\]\\-]*",
                "(.)\\1",
                "[^/\\\\]+"
            })
    void takesWhatBothReadTheSame(String pattern) {
        Pattern.compile(pattern);

        assertEquals("", PortablePattern.foreign(pattern));
    }

    @ParameterizedTest
    @CsvSource({
        "a++b, ++",
        "a{2}+, {2}+",
        "(?i)a, (?i)",
        "(?<=a)b, (?<=",
        "(?<n>a), (?<n",
        "\\Aa, \\A",
        "a\\Z, \\Z",
        "\\Q.\\E, \\Q",
        "\\p{javaLowerCase}, \\p",
        "[a-z&&[^b]], &&",
        "[a[b]], [",
        "a], ]"
    })
    void findsWhatJavaAloneHas(String pattern, String foreign) {
        Pattern.compile(pattern);

        assertEquals(foreign, PortablePattern.foreign(pattern));
    }
}
