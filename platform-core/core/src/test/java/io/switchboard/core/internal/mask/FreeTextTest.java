package io.switchboard.core.internal.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.switchboard.connector.DataClass;
import io.switchboard.core.security.MaskingProfile;
import io.switchboard.core.security.MaskingProfile.Treatment;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextTest {
    private static final MaskingProfile MIXED = new MaskingProfile(Map.of(
            DataClass.PHONE, Treatment.PARTIAL,
            DataClass.EMAIL, Treatment.HIDDEN,
            DataClass.IDENTITY_DOCUMENT, Treatment.HANDLE,
            DataClass.BANK_CARD, Treatment.FULL));

    /** What was found, each with the first letter of its class. */
    private static String marked(String text) {
        StringBuilder marked = new StringBuilder(text);
        var hits = PersonalData.in(text);
        for (int i = hits.size() - 1; i >= 0; i--) {
            Hit hit = hits.get(i);
            marked.replace(hit.from(), hit.to(), "<" + hit.dataClass().name().charAt(0) + ":" + hit.value(text) + ">");
        }
        return marked.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            请打13800138000找我                 | 请打<P:13800138000>找我
            tel:138-0013-8000.                  | tel:<P:13800138000>.
            138 0013 8000 或 159 1234 5678      | <P:13800138000> 或 <P:15912345678>
            1 3 8 0 0 1 3 8 0 0 0               | <P:13800138000>
            １３８００１３８０００              | <P:13800138000>
            +8613800138000                      | <P:+8613800138000>
            +86 138 0013 8000                   | <P:+8613800138000>
            0086-13800138000                    | 0086-<P:13800138000>
            （+86）13800138000                  | （+86）<P:13800138000>
            电话010-62345678转8                 | 电话<P:01062345678>转8
            (021)6234 5678                      | (<P:02162345678>
            05718765432                         | <P:05718765432>
            0571-8765-4321                      | <P:057187654321>
            call +1 (415) 555-2671 now          | call <P:+14155552671> now
            +44 20 7946 0958                    | <P:+442079460958>
            """)
    void findsTelephoneNumbers(String text, String marked) {
        assertEquals(marked, marked(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            身份证11010519491231002X            | 身份证<I:11010519491231002X>
            11010519491231002x,                 | <I:11010519491231002X>,
            440308199901101512                  | <I:440308199901101512>
            440308 19990110 1512                | <I:440308199901101512>
            １１０１０５１９４９１２３１００２Ｘ | <I:11010519491231002X>
            110105491231002                     | <I:110105491231002>
            110105 491231 002                   | <I:110105491231002>
            6222020200112233440                 | 6222020200112233440
            4111111111111111                    | <B:4111111111111111>
            4111 1111 1111 1111                 | <B:4111111111111111>
            4111-1111-1111-1111, 12/29          | <B:4111111111111111>, 12/29
            3782 822463 10005                   | <B:378282246310005>
            """)
    void findsIdentityNumbersAndCards(String text, String marked) {
        assertEquals(marked, marked(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            邮箱li.lei@example.com谢谢          | 邮箱<E:li.lei@example.com>谢谢
            <a+b_c@mail.example.co.uk>.         | <<E:a+b_c@mail.example.co.uk>>.
            Write to bob@example.com.           | Write to <E:bob@example.com>.
            13800138000@qq.com                  | <E:13800138000@qq.com>
            ｌｉ＠ｅｘａｍｐｌｅ．ｃｏｍ        | <E:li@example.com>
            a@b@example.org                     | a@<E:b@example.org>
            """)
    void findsMail(String text, String marked) {
        assertEquals(marked, marked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "订单20261122 10:30, 3件, 1,234,567.00元",
                "ticket embedded~1024, 2026-11-22 2026-11-23",
                "host 192.168.100.200, port 8080",
                "1764000000000",
                "440308199901101513",
                "110105194913310020",
                "运单 SF1234567",
                "@someone @everyone a@b 1@2.3 x@y.1z",
                "23800138000 138001380001 12345678901",
                "99999999999999999999999999999999999999",
                "400-800-8820"
            })
    void leavesAlone(String text) {
        assertEquals(text, marked(text));
    }

    @Test
    void treatsEachAsItsClass() {
        assertEquals(
                "***8000 *** hdl!11010519491231002X 4111 1111 1111 1111。",
                new FreeText(MIXED)
                        .of(
                                "138-0013-8000 li@example.com 11010519491231002x 4111 1111 1111 1111。",
                                (dataClass, value) -> "hdl!" + value));
    }

    @Test
    void hidesWhereNoHandleIsToBeHad() {
        assertEquals("id ***", new FreeText(MIXED).of("id 11010519491231002X", StandIns.NONE));
    }

    @Test
    void isNotDeceivedByWhatNobodySees() {
        assertEquals("***8000", new FreeText(MIXED).of("138\u200b0013\u202e8000", StandIns.NONE));
    }

    @Test
    void givesBackTheSameTextWhereNothingIsFound() {
        String text = "快递三天没有更新了，客户很着急。Order 20261122.";
        assertSame(text, new FreeText(MIXED).of(text, StandIns.NONE));
    }

    @Test
    void looksAtHostileTextForABoundedTime() {
        String hostile = "1 ".repeat(50_000) + "@a".repeat(50_000) + "1".repeat(50_000) + "11 ".repeat(50_000);
        org.junit.jupiter.api.Assertions.assertTimeout(
                java.time.Duration.ofSeconds(5), () -> new FreeText(MIXED).of(hostile, StandIns.NONE));
    }
}
