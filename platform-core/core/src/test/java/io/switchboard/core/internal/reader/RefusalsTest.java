package io.switchboard.core.internal.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RefusalsTest {
    @Test
    void refusesWhatWouldOtherwiseFailUnseen() {
        List<String> mistakes = mistakes(MoreMistakes.class);

        List<String> expected = List.of(
                "MoreMistakes: has to be a public class with a public constructor",
                "Offering.offered(): an interface's @Operation or @Probe is not read",
                "MoreMistakes.wasThree(CallContext, Key): a probe is neither static nor generic",
                "MoreMistakes.wasThree(CallContext, Key): a probe takes one record or none, then a CallContext",
                "MoreMistakes.clash(Clash): since \"banana\" is not a version such as 1.2",
                "MoreMistakes.Clash: has two members \"cursor\"",
                "MoreMistakes.Pages.one: the type PageRequest is not in the table of types; a PageRequest is neither",
                "MoreMistakes.Pages.many: the type PageRequest is not in the table of types; a PageRequest is neither",
                "MoreMistakes.pages(Pages): approval = CUSTOMER is for what changes something",
                "MoreMistakes.Marked.page: @Example says nothing on a PageRequest",
                "MoreMistakes.Marked.page: @Sensitive says nothing on a PageRequest",
                "MoreMistakes.marked(Marked): gives back a Page of what?",
                "MoreMistakes.marked(Marked): repeat = SAME is for a WRITE; a READ may be repeated anyway",
                "MoreMistakes.None: is an enum without constants",
                "MoreMistakes.Odd.beyond: @Range from 5000000000 to 9223372036854775807 is beyond what an int holds",
                "MoreMistakes.Odd.pattern: @Matches \"a++\" has ++",
                "MoreMistakes.Odd.id: the type UUID is not in the table of types; use String",
                "MoreMistakes.Odd.number: the type BigInteger is not in the table of types; use BigDecimal",
                "MoreMistakes.Odd.small: the type Short is not in the table of types; use int or String",
                "MoreMistakes.Odd.secret: the type Secret is not in the table of types; a Secret is for settings",
                "MoreMistakes.Odd.names: the type Set<String> is not in the table of types; use List",
                "MoreMistakes.Odd.nested: the type Optional<String> is not in the table of types; Optional stands",
                "MoreMistakes.Odd.box: the type MoreMistakes.Box<String> is not in the table of types; write a record",
                "MoreMistakes.odd(Odd): MoreMistakes.Box<String>: a record with type parameters",
                "MoreMistakes.odd(Odd): @Fails CONFLICT \"x\": { and } in a wording are reserved",
                "MoreMistakes.Whose.customerId: @CustomerId is not @Sensitive",
                "MoreMistakes.Whose.customerId: @CustomerId stands at the top of an input, and this is in the result of"
                        + " MoreMistakes.whose(Whose)",
                "MoreMistakes.two(Key): the route GET /x/{a} and GET /{a}/b of MoreMistakes.one(Key) both fit /x/b");
        for (String each : expected) {
            assertTrue(
                    mistakes.stream().anyMatch(mistake -> mistake.startsWith(each)),
                    () -> each + " is not among\n" + String.join("\n", mistakes));
        }
        assertEquals(expected.size(), mistakes.size(), () -> String.join("\n", mistakes));
    }

    @Test
    @Timeout(20)
    void boundsWhatRecordsWithinRecordsMakeOfOneOperation() {
        List<String> mistakes = mistakes(FanOut.class);

        assertEquals(
                List.of(
                        "FanOut.L11: stands within 10 other records in the result of FanOut.deep(), and fewer are"
                                + " allowed",
                        "FanOut.wide(A): has more than 2000 components, counting those of records within records"
                                + " wherever they stand"),
                mistakes);
    }

    private static List<String> mistakes(Class<?> type) {
        return assertThrows(ConnectorMistakesException.class, () -> DescriptorReader.read(type, false))
                .mistakes();
    }
}
