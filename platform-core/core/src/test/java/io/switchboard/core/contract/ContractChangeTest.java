package io.switchboard.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ContractChangeTest {
    /** The rules, one a line: what stood there, what stands there now, and what is told. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvFileSource(resources = "rules.csv", delimiter = '|', numLinesToSkip = 1)
    void tellsWhatAChangeMeans(String line, String instead, String told) throws Exception {
        String changed = Samples.edit(Samples.ORDERS, line, lines(instead));
        List<ContractChange> changes = Contract.read(Samples.ORDERS).changesTo(Contract.read(changed));
        assertEquals(
                Arrays.asList(told.split(" \\+ ")),
                changes.stream().map(ContractChange::line).toList());
        for (ContractChange change : changes) {
            assertTrue(change.sentence().zh().endsWith("。"), change.sentence().zh());
            assertTrue(change.sentence().zh().codePoints().anyMatch(Character::isIdeographic));
        }
    }

    private static String[] lines(String instead) {
        return instead == null ? new String[0] : instead.split(" \\+ ");
    }

    @Test
    void tellsOfWholeOperations() throws Exception {
        Contract both = Contract.read(Samples.ORDERS);
        int second = Samples.ORDERS.indexOf("\noperation order.list");
        Contract one = Contract.read(Samples.ORDERS.substring(0, second));
        assertEquals(List.of("breaking: order.list: the operation has gone."), lines(both, one));
        assertEquals(List.of("compatible: order.list: the operation is new."), lines(one, both));
        assertTrue(ContractChange.breaks(both.changesTo(one)));
        assertFalse(ContractChange.breaks(one.changesTo(both)));
        assertEquals(List.of(), both.changesTo(both));
    }

    @Test
    void namesTheBreakingOnesFirst() throws Exception {
        Contract before = Contract.read(Samples.ORDERS);
        String described = Samples.edit(Samples.ORDERS, "@en Cancels an order.", "@en Ends an order.");
        Contract after = Contract.read(Samples.edit(described, "paid: boolean", "paid: int32"));
        List<ContractChange> changes = before.changesTo(after);
        assertEquals(2, changes.size());
        assertEquals("order.list output items[].paid", changes.get(0).path());
        assertEquals(ContractChange.Weight.TEXT, changes.get(1).weight());
    }

    @Test
    void comparesWithinOneMajorOnly() throws Exception {
        Contract two = Contract.read(Samples.ORDERS);
        Contract three = Contract.read(Samples.ORDERS.replace("orders.v2", "orders.v3"));
        assertThrows(IllegalArgumentException.class, () -> two.changesTo(three));
    }

    /** Whatever line goes, is doubled under another name or says something else: no change is without a word. */
    @Test
    void leavesNoChangeUntold() throws Exception {
        Contract before = Contract.read(Samples.ORDERS);
        List<String> all = Samples.ORDERS.lines().toList();
        List<String> untold = new ArrayList<>();
        int read = 0;
        for (int i = 2; i < all.size(); i++) {
            for (String instead : variants(all.get(i))) {
                List<String> lines = new ArrayList<>(all);
                lines.set(i, instead);
                try {
                    Contract after = Contract.read(String.join("\n", lines));
                    read++;
                    if (!after.equals(before) && before.changesTo(after).isEmpty()) {
                        untold.add(instead);
                    }
                } catch (ContractFault e) {
                    // Not every variant is a contract.
                }
            }
        }
        assertEquals(List.of(), untold);
        assertTrue(read > 150, () -> "few variants could be read");
    }

    private static List<String> variants(String line) {
        return List.of(
                "",
                line + "x",
                line.replace("..", "..1"),
                line.replace("text", "uri"),
                line.replace("optional ", ""),
                line.replaceAll(": (?=[a-z])", ": optional "),
                line.replaceAll(" (untrusted|customer|owner|sensitive [A-Z_]+)$", ""),
                line + " untrusted",
                line + " owner",
                line.replaceAll("^( *- )", "$1A"));
    }

    private static List<String> lines(Contract before, Contract after) {
        return before.changesTo(after).stream().map(ContractChange::line).toList();
    }
}
