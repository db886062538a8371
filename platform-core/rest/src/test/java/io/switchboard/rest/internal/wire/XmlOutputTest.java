package io.switchboard.rest.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.core.value.ValueOutput;
import io.switchboard.core.value.ValueTooLargeException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class XmlOutputTest {
    private final BodyBuffer buffer = new BodyBuffer(100_000);
    private final ValueOutput out = new XmlOutput(buffer, XmlRoot.RESPONSE);

    private Element parsed() throws Exception {
        byte[] bytes = Arrays.copyOf(buffer.array(), buffer.size());
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getDocumentElement();
    }

    @Test
    void nestsAsTheValueDoes() {
        out.startRecord();
        out.name("tags");
        out.startList();
        out.text("a");
        out.startRecord();
        out.name("n");
        out.number(-3);
        out.endRecord();
        out.startList();
        out.bool(true);
        out.endList();
        out.endList();
        out.name("scores");
        out.startMap();
        out.key("x<\"\n");
        out.number(1);
        out.key("y");
        out.startRecord();
        out.name("z");
        out.bool(false);
        out.endRecord();
        out.endMap();
        out.endRecord();
        assertEquals(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><response><tags><item>a</item><item><n>-3</n></item>"
                        + "<item><item>true</item></item></tags><scores><entry key=\"x&lt;&quot;&#10;\">1</entry>"
                        + "<entry key=\"y\"><z>false</z></entry></scores></response>",
                new String(buffer.array(), 0, buffer.size(), StandardCharsets.UTF_8));
    }

    @Test
    void writesAnyTextSoThatAnyParserReadsIt() throws Exception {
        out.startRecord();
        out.name("text");
        out.text("a\0\u0008\r\n\t]]>&<é上😀\uD800x\uFFFE\uDC00");
        out.name("1 bad:name");
        out.text("x");
        out.endRecord();
        assertEquals(
                "a\uFFFD\uFFFD\r\n\t]]>&<é上😀\uFFFDx\uFFFD\uFFFD",
                parsed().getElementsByTagName("text").item(0).getTextContent());
        assertEquals("_1_bad_name", parsed().getLastChild().getNodeName());
    }

    @Test
    void stopsAtItsLimit() {
        ValueOutput small = new XmlOutput(new BodyBuffer(100), XmlRoot.RESPONSE);
        small.startRecord();
        small.name("text");
        assertThrows(ValueTooLargeException.class, () -> small.text("x".repeat(200)));
    }
}
