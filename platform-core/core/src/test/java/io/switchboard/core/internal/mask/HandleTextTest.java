package io.switchboard.core.internal.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.DataClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandleTextTest {
    private static final byte[] BITS = new byte[32];

    @ParameterizedTest
    @EnumSource(DataClass.class)
    void isRecognisedWhateverItsClass(DataClass dataClass) {
        String handle = HandleText.of(dataClass, BITS);

        assertEquals("hdl_" + HandleText.name(dataClass) + "_" + "a".repeat(26), handle);
        assertEquals(
                "call [" + HandleText.name(dataClass) + "], [" + HandleText.name(dataClass) + "]。",
                HandleText.replace("call " + handle + ", " + handle + "。", (name, each) -> "[" + name + "]"));
    }

    @Test
    void hasAHundredAndThirtyBitsOfItsKey() {
        byte[] bits = new byte[17];
        java.util.Arrays.fill(bits, (byte) 0xff);
        String ones = HandleText.of(DataClass.PHONE, bits);
        assertEquals("hdl_phone_" + "7".repeat(26), ones);
        bits[16] = (byte) 0xbf;
        assertTrue(HandleText.of(DataClass.PHONE, bits).endsWith("76"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hdl_phone_",
                "hdl_phone_aaaa",
                "hdl_phone_aaaaaaaaaaaaaaaaaaaaaaaaa1",
                "hdl__aaaaaaaaaaaaaaaaaaaaaaaaaa",
                "hdl_phone_aaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "HDL_phone_aaaaaaaaaaaaaaaaaaaaaaaaaa",
                "hdl_x@example.com"
            })
    void leavesAloneWhatIsNone(String text) {
        assertEquals(text, HandleText.replace(text, (name, each) -> "found"));
    }

    @Test
    void hidesWhatIsIn() {
        assertEquals("to hdl_phone_***.", HandleText.hidden("to " + HandleText.of(DataClass.PHONE, BITS) + "."));
    }
}
