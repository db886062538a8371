package io.switchboard.rest.internal.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import io.switchboard.rest.internal.sample.Shop;
import io.switchboard.rest.internal.wire.BodyBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlArgumentsTest {
    private static String read(String xml) throws CallFailure {
        BodyBuffer buffer = new BodyBuffer(1_000_000);
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        buffer.write(bytes, 0, bytes.length);
        return XmlArguments.read(buffer, Shop.EVERYTHING).toString();
    }

    private static CallFailure refused(String xml) {
        return assertThrows(CallFailure.class, () -> read(xml));
    }

    @Test
    void makesTheJsonOfTheTypes() throws CallFailure {
        assertEquals(
                "{\"text\":\" a&b \",\"flag\":true,\"count\":7,\"big\":\"9\",\"rate\":\"3.75\",\"price\":{\"amount\":\"1.50\","
                        + "\"currency\":\"CNY\"},\"tags\":[\"x\",\"\"],\"lines\":[{\"city\":\"上海\"}],\"scores\":{\"k\":3},"
                        + "\"nobody\":\"\"}",
                read("<?xml version='1.0'?><!-- c --><request><text> a&amp;<![CDATA[b]]> </text><flag> true </flag>\n"
                        + "<count>7</count><big>9</big><rate> 3.75</rate><price><amount>1.50</amount>"
                        + "<currency>CNY</currency></price><tags><item>x</item><item/></tags>"
                        + "<lines><item><city>上海</city></item></lines><scores><entry key='k'>3</entry></scores>"
                        + "<nobody a='1'><deep>x</deep></nobody></request>"));
        assertEquals("{}", read("<request/>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE request [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><request><text>&x;</text></request>",
                "<!DOCTYPE request SYSTEM 'http://127.0.0.1:1/x.dtd'><request/>",
                "<!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><request><text>&b;</text></request>",
                "<request><text>&x;</text></request>",
                "<request><?php x?></request>",
                "<request><text></request>",
                "<request/><request/>",
                "",
                "{}",
            })
    void refusesWhatIsNoPlainXml(String xml) {
        assertEquals(ErrorCode.MALFORMED_BODY, refused(xml).code());
    }

    @Test
    void refusesWhatIsTooDeep() {
        String deep = "<request>" + "<x>".repeat(1_000) + "</x>".repeat(1_000) + "</request>";
        assertEquals(ErrorCode.MALFORMED_BODY, refused(deep).code());
    }

    @Test
    void refusesAnotherEncoding() {
        assertEquals(
                ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                refused("<?xml version='1.0' encoding='ISO-8859-1'?><request/>").code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<other/>",
                "<request a='1'/>",
                "<request>x</request>",
                "<request><text>a</text><text>b</text></request>",
                "<request><text><b/></text></request>",
                "<request><text a='1'/></request>",
                "<request><tags><tag>x</tag></tags></request>",
                "<request><scores><entry>1</entry></scores></request>",
                "<request><scores><entry key='a'>1</entry><entry key='a'>2</entry></scores></request>",
            })
    void namesWhatDoesNotFitTheShape(String xml) {
        CallFailure failure = refused(xml);
        assertEquals(ErrorCode.INVALID_ARGUMENTS, failure.code());
        assertEquals(1, failure.faults().size());
    }
}
