package io.switchboard.core.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.ArgumentFault;
import io.switchboard.core.security.MaskingProfile.Treatment;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model works with a telephone number that it never sees. */
class HandlesTest {
    private static final String PHONE = "13800001001";

    private final FakeHub hub = new FakeHub();

    @BeforeEach
    void phonesAsHandles() {
        hub.phone = Treatment.HANDLE;
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private FakeHub.Asking balance() {
        return hub.ask("balance.get").with("{'customerId':'C-1'}").in("talk");
    }

    private String handle() {
        return balance().call().json().get("phone").asText();
    }

    private FakeHub.Asking tell(String member, String value) {
        return hub.ask("contact.tell")
                .with("{'customerId':'C-1','" + member + "':'" + value + "'}")
                .in("talk");
    }

    private static List<String> faults(FakeHub.Ended ended) {
        return ended.problem().orElseThrow().faults().stream()
                .map(HandlesTest::words)
                .toList();
    }

    private static String words(ArgumentFault fault) {
        return fault.path() + " " + fault.fault();
    }

    @Test
    void standsForTheValueInTheSameConversation() {
        String handle = handle();

        assertTrue(handle.matches("hdl_phone_[a-z2-7]{26}"), handle);
        assertEquals(handle, handle());
        assertEquals(PHONE, tell("phone", handle).call().json().get("phone").asText());
    }

    @Test
    void standsForTheValueWithinFreeText() {
        String text = tell("text", "Call " + handle() + ", please.")
                .call()
                .json()
                .get("text")
                .asText();
        assertEquals("Call " + PHONE + ", please.", text);
    }

    @Test
    void isAnotherElsewhere() {
        String handle = handle();
        assertNotEquals(handle, balance().in("other").call().json().get("phone").asText());
        assertNotEquals(handle, balance().as("bot").call().json().get("phone").asText());
    }

    @ParameterizedTest
    @CsvSource({"staff, C-1, other", "bot, C-1, talk", "staff, C-2, talk", "bound:C-2, C-2, talk"})
    void meansNothingToOthers(String who, String customer, String conversation) {
        var ended = hub.ask("contact.tell")
                .with("{'customerId':'" + customer + "','phone':'" + handle() + "'}")
                .as(who)
                .in(conversation)
                .call();
        assertEquals(List.of("phone value"), faults(ended));
        assertFalse(ended.toString().contains(PHONE));
    }

    @Test
    void answersAlikeWhateverIsWrongWithAHandle() {
        String foreign = balance().in("other").call().json().get("phone").asText();
        String unknown = foreign.substring(0, foreign.length() - 3) + "aaa";
        String otherClass = handle().replace("phone", "email");
        hub.handles.kept.remove(hub.handles.kept.keySet().iterator().next());

        var told = tell("phone", foreign).call().problem().orElseThrow().faults();
        assertEquals(told, tell("phone", unknown).call().problem().orElseThrow().faults());
        assertEquals(
                told, tell("phone", otherClass).call().problem().orElseThrow().faults());
    }

    @Test
    void isOfNoUseInTextWhereItWouldComeBackInClear() {
        String name = handle().replace("phone", "name");
        assertEquals(List.of("text value"), faults(tell("text", "It is " + name).call()));
    }

    @Test
    void hidesAndRefusesWhileTheStoreIsDown() {
        String handle = handle();
        hub.handles.down = true;

        assertFalse(balance().call().json().has("phone"));
        assertEquals(ErrorCode.BUSY, tell("phone", handle).call().code());
        assertEquals(PHONE, tell("phone", PHONE).call().json().get("phone").asText());
    }

    @Test
    void holdsAmongTheCallsWithoutAConversation() {
        String handle = hub.ask("balance.get")
                .with("{'customerId':'C-1'}")
                .call()
                .json()
                .get("phone")
                .asText();
        var told = hub.ask("contact.tell").with("{'customerId':'C-1','phone':'" + handle + "'}");
        assertEquals(PHONE, told.call().json().get("phone").asText());
        assertEquals(List.of("phone value"), faults(told.in("talk").call()));
    }

    @Test
    void isNotInTheAudit() {
        String handle = handle();
        tell("phone", handle).call();
        tell("text", "Call " + handle).call();
        tell("remark", handle + " or " + PHONE).call();

        String audit = hub.audit.toString();
        assertFalse(audit.contains(handle) || audit.contains(PHONE), audit);
        assertTrue(audit.contains("hdl_phone_*** or ***"), audit);
    }
}
