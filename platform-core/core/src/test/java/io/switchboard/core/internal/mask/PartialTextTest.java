package io.switchboard.core.internal.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.connector.DataClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartialTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EMAIL | zhang@example.com | z***@example.com
            EMAIL | zhang@x.com, tel 13900001111 | ***
            EMAIL | zhang@x.com id@13900001111 | ***
            EMAIL | zhang@13900001111 | ***
            EMAIL | zhang | ***
            ADDRESS | 12 Baker Street, London | ***
            ADDRESS | 北京市朝阳区建国路八十八号院十二栋三零一 | 北京市朝阳区***
            ADDRESS | 北京 | ***
            PHONE | 13800001001 | ***1001
            PHONE | 13800001001 (Li Lei) | ***
            PHONE | 1001 | ***
            NAME | 李雷 | 李***
            """)
    void showsAPartOnlyOfWhatLooksLikeItsClass(DataClass dataClass, String text, String shown) {
        assertEquals(shown, PartialText.of(dataClass, text));
    }
}
