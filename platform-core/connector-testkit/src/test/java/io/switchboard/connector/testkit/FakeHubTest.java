package io.switchboard.connector.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.Advice;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.testkit.Stamps.Behaviour;
import io.switchboard.connector.testkit.Stamps.Gift;
import io.switchboard.connector.testkit.Stamps.Redeem;
import io.switchboard.core.security.MaskingProfile.Treatment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeHubTest {
    private static final Redeem FIVE = new Redeem("C-1", 5, Optional.of("13900002002"), Optional.empty());

    private final SettableClock clock = SettableClock.at("2026-01-31T12:00:00Z");
    private final FakeHub hub = FakeHub.with(clock, new Stamps(Behaviour.GOOD, clock));

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void callsForTheCustomerOfTheToken() {
        Answer answer = hub.as(Someone.customer("C-1")).call("card.get");
        assertEquals(12, answer.json().path("stamps").asInt());
        assertEquals("C-1", hub.audit().get(0).customer());
        Answer foreign = hub.as(Someone.customer("C-1")).call("card.get", "{'customerId': 'C-2'}");
        assertEquals(ErrorCode.CUSTOMER_NOT_FOUND, foreign.code());
    }

    /** As it stands in docs/testkit.md. */
    @Test
    void isUsedLikeThis() {
        SettableClock clock = SettableClock.at("2026-01-31T12:00:00Z");
        try (FakeHub hub = FakeHub.with(clock, new Stamps(Behaviour.GOOD, clock))) {
            Answer answer = hub.as(Someone.customer("C-1")).call("card.get");
            assertEquals(12, answer.json().path("stamps").asInt());

            Redeem tooMany = new Redeem("C-1", 100, Optional.empty(), Optional.empty());
            Answer refused = hub.as(Someone.customer("C-1")).key("k-1").call("gift.redeem", tooMany);
            assertEquals("stamps/too-few", refused.reason());
            assertEquals(Advice.ASK_CUSTOMER, refused.advice());
        }
    }

    @Test
    void masksForWhoeverCalls() {
        Someone desk = Someone.staff();
        assertEquals("13800001001", phone(desk));
        assertEquals("***1001", phone(desk.sees(DataClass.PHONE, Treatment.PARTIAL)));
        assertEquals("", phone(desk.seesNothing()));
        assertTrue(phone(desk.sees(DataClass.PHONE, Treatment.HANDLE)).startsWith("hdl_phone_"));
    }

    private String phone(Someone someone) {
        return hub.as(someone)
                .call("card.get", "{'customerId': 'C-1'}")
                .json()
                .path("phone")
                .asText();
    }

    @Test
    void writesOnceForAKeyAndForgetsAfterADay() {
        Asking chatbot = hub.as(Someone.customer("C-1")).key("k-1");
        Answer first = chatbot.call("gift.redeem", FIVE);
        Answer again = chatbot.call("gift.redeem", FIVE);
        assertFalse(first.replayed());
        assertTrue(again.replayed());
        assertEquals(first.as(Gift.class), again.as(Gift.class));
        clock.advance(Duration.ofHours(25));
        assertFalse(chatbot.call("gift.redeem", FIVE).replayed());
        Answer tooMuch = hub.as(Someone.customer("C-1")).call("gift.redeem", FIVE);
        assertEquals("stamps/too-few", tooMuch.reason());
        assertEquals(List.of("stamps"), tooMuch.arguments());
        assertEquals(Advice.ASK_CUSTOMER, tooMuch.advice());
    }

    @Test
    void refusesAsTheHubDoes() {
        assertEquals(
                ErrorCode.SCOPE_MISSING,
                hub.as(Someone.staff().scopes("stamps.read")).call("gift.list").code());
        assertEquals(
                ErrorCode.FORBIDDEN,
                hub.as(Someone.customer("C-1")).call("gift.list").code());
        assertEquals(
                ErrorCode.CUSTOMER_REQUIRED,
                hub.as(Someone.unboundChatbot()).call("card.get").code());
        Answer wrong = hub.as(Someone.customer("C-1")).call("gift.redeem", "{'stamps': 101, 'colour': 'red'}");
        assertEquals(ErrorCode.INVALID_ARGUMENTS, wrong.code());
        assertEquals(Set.of("stamps", "colour"), Set.copyOf(wrong.arguments()));
        assertThrows(AssertionError.class, wrong::json);
    }

    @Test
    void namesWhatThereIsWhereAnOperationIsNot() {
        Asking desk = hub.as(Someone.staff());
        String told = assertThrows(IllegalArgumentException.class, () -> desk.call("gift.lost"))
                .toString();
        assertTrue(told.contains("stamps.v1.gift.list"), told);
        assertThrows(IllegalArgumentException.class, () -> desk.call("gift.list", "[]"));
    }

    @Test
    void answersAtTheDeadlineWhateverTheMethodDoes() throws Exception {
        Stamps hanging = new Stamps(Behaviour.HANGS_FOR_EVER, clock);
        try (FakeHub other = FakeHub.with(hanging)) {
            CompletableFuture<Answer> answer = other.as(Someone.customer("C-1"))
                    .timeout(Duration.ofMillis(50))
                    .begin("gift.redeem", FIVE);
            assertEquals(
                    ErrorCode.OUTCOME_UNKNOWN, answer.get(5, TimeUnit.SECONDS).code());
            assertEquals(1, other.underWay());
            hanging.answer.countDown();
            assertTrue(other.awaitCalls(Duration.ofSeconds(5)));
        }
    }
}
