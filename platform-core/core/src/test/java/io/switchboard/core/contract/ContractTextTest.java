package io.switchboard.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.internal.pipeline.Loyalty;
import io.switchboard.core.internal.reader.DescriptorReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTextTest {
    @Test
    void isWrittenAsItWasRead() throws Exception {
        assertEquals(Samples.ORDERS, Contract.read(Samples.ORDERS).text());
    }

    @Test
    void saysAllThatTheDescriptorSays() throws Exception {
        ConnectorDescriptor loyalty =
                DescriptorReader.read(Loyalty.class, false).descriptor();
        Contract contract = Contract.of(loyalty);
        assertEquals(loyalty, Contract.read(contract.text()).descriptor());
        assertEquals(contract, Contract.read(contract.text()));
        assertEquals("loyalty.v1.contract", contract.fileName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "two\nlines",
                "\\d+\\",
                " blanks at the ends ",
                "\u3000wide\u3000",
                "\u202eright to left\u200b",
                "tab\there",
                "lone \ud83d half",
                "whole \ud83d\ude00",
                "# no comment",
                "@en none"
            })
    void keepsEveryTextOnItsLine(String text) throws Exception {
        ConnectorDescriptor shop =
                new ConnectorDescriptor("shop", 1, new Text(text, "店"), new Text("", text), List.of());
        Contract contract = Contract.of(shop);
        assertEquals(shop, Contract.read(contract.text()).descriptor());
        assertEquals(5, contract.text().lines().count());
        assertTrue(contract.text().chars().noneMatch(c -> c == 0x202e || c == 0x200b || c == '\t'));
    }

    @Test
    void readsWhatAnEditorMadeOfIt() throws Exception {
        String edited = "# ours\r\n" + Samples.ORDERS.replace("\n", "\r\n") + "\r\n";
        assertEquals(Contract.read(Samples.ORDERS), Contract.read(edited));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "switchboard-contract 1 | switchboard-contract 2 | begins with",
                "connector orders.v2 | connector Orders | such as loyalty.v1",
                "from: optional date | from: optional day | a type that there is not: day",
                "from: optional date | from: optional | ends too early",
                "from: optional date | from optional date | no member",
                "from: optional date | from: optional date often | a word too many",
                "from: optional date | <<<<<<< HEAD | no member",
                "limit: optional int32 1..200 | limit: optional int32 1..99999999999 | bound",
                "note: optional text 0..500 sensitive FREE_TEXT untrusted | note: text 0..500 sensitive COLOUR | COLOUR",
                "tags: list 0..1000 of text 0..20 untrusted | tags: list 0..1000 | what is in the list",
                "output none | output maybe | 'fails'",
                "@title-zh 订单 | @title-zh | says nothing",
                "@title-zh 订单 | @title-zh \\ | escape",
                "@title-zh 订单 | @title-zh \\u12 | escape",
            })
    void namesTheLineThatIsWrong(String line, String instead, String what) {
        String broken = Samples.edit(Samples.ORDERS, line, instead.strip());
        assertFault(broken, Samples.lineOf(broken, instead.strip()), what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@effect DESTRUCTIVE | @effect MAYBE | MAYBE",
                "@effect DESTRUCTIVE | # nothing | one of [READ",
                "@deadline PT30S | @deadline soon | PT10S",
                "@http DELETE /orders/{id} | @http DELETE | a method and a path",
                "@since 2.1 | @colour red | does not belong here",
            })
    void namesTheOperationOfWhichSomethingWrongIsSaid(String line, String instead, String what) {
        String broken = Samples.edit(Samples.ORDERS, line, instead);
        assertFault(broken, Samples.lineOf(broken, "operation order.cancel"), what);
    }

    @Test
    void wantsEveryLineWhereItBelongs() {
        assertFault(Samples.ORDERS.replace("    from: ", "     from: "), 49, "indented");
        assertFault(Samples.ORDERS.replace("    from: ", "          from: "), 49, "indented");
        assertFault(Samples.ORDERS.replace("    from: ", "\tfrom: "), 49, "indented");
        assertFault("", 1, "begins with");
        assertFault(Samples.edit(Samples.ORDERS, "@title-zh 订单", "@title-en Orders"), 4, "a second time");
    }

    private static void assertFault(String broken, int number, String what) {
        ContractFault fault = assertThrows(ContractFault.class, () -> Contract.read(broken));
        assertTrue(
                fault.detail().en().contains(what.replace('\'', '"')),
                fault.detail().en());
        assertEquals(number, fault.line(), fault.getMessage());
        assertTrue(
                fault.detail().zh().contains("第 " + number + " 行"),
                fault.detail().zh());
    }

    @Test
    void namesExactlyOneText() throws Exception {
        Contract contract = Contract.read(Samples.ORDERS);
        Contract other = Contract.read(Samples.ORDERS.replace("Newest first", "Oldest first"));
        assertEquals(32, contract.digest().length());
        assertNotEquals(contract.digest(), other.digest());
        assertEquals(contract.digest(), Contract.read(contract.text()).digest());
    }
}
