package io.switchboard.deployer.internal.configuration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTextTest {
    private final ConfigurationText text = new ConfigurationText(new References(
            Map.of("crm", "s$[env:X]\\2")::get,
            Map.of("USER_NAME", "anna", "ODD", "$[env:USER_NAME]\\1", "COMMA", "a,b")::get,
            Map.of("switchboard.demo", "true")::get));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void valuesAreUtf8() throws Exception {
        assertEquals(Map.of("title", "客服", "empty", ""), read("# 注释\ntitle = 客服\nempty =\n"));
    }

    @Test
    void theEnvironmentIsPutInOnce() throws Exception {
        assertEquals(
                Map.of("url", "https://anna:x@host/anna", "odd", "<$[env:USER_NAME]\\1>"),
                read("url = https://$[env:USER_NAME]:x@host/$[env:USER_NAME]\nodd = <$[env:ODD]>\n"));
    }

    @Test
    void thePropertiesOfTheFrameworkArePutIn() throws Exception {
        assertEquals(Map.of("docs.public", "true"), read("docs.public = $[prop:switchboard.demo]"));
    }

    @Test
    void secretsArePutInAsTheyAre() throws Exception {
        assertEquals(Map.of("password", "<s$[env:X]\\2>"), read("password = <$[secret:crm]>"));
    }

    @Test
    void allThatIsMissingIsSaidAtOnce() {
        MissingValue missing = assertThrows(
                MissingValue.class,
                () -> read("a = $[secret:gone]\nb[] = x, $[env:NONE]\nc = $[prop:switchboard.demo]"));
        assertEquals(
                "a: the secret gone is not set; set it with: switchboard secret set gone; "
                        + "b[]: the environment variable NONE is not set",
                missing.getMessage());
    }

    @Test
    void secretsThatCannotBeReadAreMissing() {
        ConfigurationText unreadable = new ConfigurationText(new References(
                name -> {
                    throw new IOException("data/secrets/key is missing");
                },
                name -> null,
                name -> null));
        MissingValue missing = assertThrows(
                MissingValue.class,
                () -> unreadable.read(Files.writeString(folder.resolve("a.cfg"), "a = $[secret:crm]")));
        assertEquals("a: the secret crm cannot be read: data/secrets/key is missing", missing.getMessage());
    }

    @Test
    void aKeyWithBracketsIsAList() throws Exception {
        Map<String, Object> values = read("needs[] = crm.v1, , $[env:COMMA] ,ticket.v1\nnone[] =\nplain = a,b");
        assertArrayEquals(new String[] {"crm.v1", "a,b", "ticket.v1"}, (String[]) values.get("needs"));
        assertArrayEquals(new String[] {}, (String[]) values.get("none"));
        assertEquals("a,b", values.get("plain"));
    }

    @Test
    void whatIsWrongIsSaidWithTheKeyAndWithoutTheValue() {
        assertFault("password: the environment variable NONE is not set", "password = a$[env:NONE]b");
        assertFault(
                "password: the secret gone is not set; set it with: switchboard secret set gone",
                "password = $[secret:gone]");
        assertFault(
                "a: $[file:…] is unknown; there is $[secret:NAME], $[env:NAME] and $[prop:NAME]",
                "a = $[file:/etc/passwd]");
        assertFault("a: the framework has no property none", "a = $[prop:none]");
        assertFault("set both as a list and as one value: a[]", "a = 1\na[] = 1");
        assertFault("a: $[ without ]", "a = $[env:USER_NAME");
        assertFault("set twice: a, b", "a = 1\nb = 1\na = 2\nb = 1");
        assertFault("set twice, since capitals make no other key: A.b and a.b", "a.b = 3\nA.b = 5");
        assertFault("set twice, since capitals make no other key: A and a", "a = 3\nA[] = 5");
        assertFault("a line has a value and no key", "= 3");
        assertFault("an escape with \\u is not followed by four hexadecimal digits", "a = \\u12");
    }

    @Test
    void anotherEncodingIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("latin"), "a = \u00fc".getBytes(StandardCharsets.ISO_8859_1));
        ConfigurationFault fault = assertThrows(ConfigurationFault.class, () -> text.read(file));
        assertEquals("it is not UTF-8", fault.getMessage());
    }

    @Test
    void fileNamesSayWhichConfiguration() {
        assertEquals(
                Optional.of(new ConfigurationId("io.switchboard.rest", "")),
                ConfigurationId.ofFile("io.switchboard.rest.cfg"));
        assertEquals(
                Optional.of(new ConfigurationId("io.switchboard.redmine", "north-1")),
                ConfigurationId.ofFile("io.switchboard.redmine~north-1.cfg"));
        for (String other :
                new String[] {"a.cfg~", ".a.cfg", "a.properties", "~a.cfg", "a~.cfg", "a~b~c.cfg", "a b.cfg"}) {
            assertEquals(Optional.empty(), ConfigurationId.ofFile(other), other);
        }
    }

    private Map<String, Object> read(String content) throws Exception {
        return text.read(Files.writeString(folder.resolve("a.cfg"), content));
    }

    private void assertFault(String message, String content) {
        assertEquals(
                message,
                assertThrows(ConfigurationFault.class, () -> read(content)).getMessage());
    }
}
