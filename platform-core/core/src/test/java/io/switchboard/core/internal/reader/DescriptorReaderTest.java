package io.switchboard.core.internal.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.Audience;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.Effect;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.internal.pipeline.Loyalty;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DescriptorReaderTest {
    @Test
    void readsWhatAConnectorDeclares() throws Exception {
        ConnectorDescriptor loyalty =
                DescriptorReader.read(Loyalty.class, false).descriptor();

        assertEquals("loyalty.v1", loyalty.name());
        OperationDescriptor balance = operation(loyalty, "balance.get");
        assertEquals("loyalty.v1.balance.get", balance.name());
        assertEquals("/customers/{customerId}/balance", balance.route().template());
        assertEquals(Effect.READ, balance.effect());
        assertEquals(Audience.CUSTOMER, balance.audience());
        assertEquals(Duration.ofSeconds(10), balance.deadline());
        Member phone = ((Result.One) balance.result())
                .type().members().stream()
                        .filter(member -> member.name().equals("phone"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Optional.of(DataClass.PHONE), phone.sensitive());
    }

    @Test
    void ordersOperationsById() throws Exception {
        List<String> ids = DescriptorReader.read(Loyalty.class, false).descriptor().operations().stream()
                .map(OperationDescriptor::id)
                .toList();

        assertEquals(ids.stream().sorted().toList(), ids);
    }

    @Test
    void reportsAllMistakesAtOnceWithClassAndMember() {
        ConnectorMistakesException refused =
                assertThrows(ConnectorMistakesException.class, () -> DescriptorReader.read(TenMistakes.class, false));

        List<String> expected = List.of(
                "TenMistakes.one(NoCustomer): is for CUSTOMER, so exactly one component",
                "TenMistakes.Prices.price: the type double is not in the table of types; use BigDecimal",
                "TenMistakes.three(Nested): \"row\" cannot stand in the query of a GET",
                "TenMistakes.four(Phone): \"phone\" is @Sensitive; it may not stand in a query",
                "TenMistakes.five(): a WRITE may not be a GET",
                "TenMistakes.six(NoCustomer): the scope \"other.read\"",
                "TenMistakes.six(NoCustomer): gives back a Page, so its input needs",
                "TenMistakes.seven(): the id \"Seven\" is not of segments",
                "TenMistakes.seven(): @Fails RATE_LIMITED: that code is the hub's alone",
                "TenMistakes.eight(Aged): the deadline \"soon\" is not a duration",
                "TenMistakes.eight(Aged): needs @Describe in both languages",
                "TenMistakes.Aged.age: @Example \"10\" is not a value it takes",
                "TenMistakes.Aged.names: the type Map<Integer, String> is not in the table of types",
                "TenMistakes.nine(String): an operation takes one record or none",
                "TenMistakes.nine(String): an operation gives back one record",
                "the id \"two\" is that of",
                "TenMistakes.nine(String): is for STAFF, and its scope \"bad.read\" is that of TenMistakes.");
        for (String each : expected) {
            assertTrue(
                    refused.mistakes().stream().anyMatch(mistake -> mistake.contains(each)),
                    () -> each + " is not among\n" + String.join("\n", refused.mistakes()));
        }
        assertEquals(expected.size(), refused.mistakes().size(), () -> String.join("\n", refused.mistakes()));
    }

    private static OperationDescriptor operation(ConnectorDescriptor connector, String id) {
        return connector.operations().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
