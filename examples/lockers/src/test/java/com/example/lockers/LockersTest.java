package com.example.lockers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Secret;
import io.switchboard.connector.testkit.Answer;
import io.switchboard.connector.testkit.Asking;
import io.switchboard.connector.testkit.FakeHub;
import io.switchboard.connector.testkit.Someone;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LockersTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    private final FakeHub hub = FakeHub.with(new Lockers(new MemoryNetwork(TODAY), Secret.of("a key of the tests"), 3));
    private final Asking customer = hub.as(Someone.customer("C-1001"));

    @AfterEach
    void end() {
        hub.close();
    }

    @Test
    void parcelsComePageByPage() {
        Answer first = customer.call("parcel.list", "{'limit': 2}");
        assertEquals(2, first.json().path("items").size());
        String next = first.json().path("next").asText();
        Answer last = customer.call("parcel.list", "{'limit': 2, 'cursor': '" + next + "'}");
        assertEquals("P-3", last.json().path("items").path(0).path("parcelId").asText());
        assertFalse(last.json().has("next"));
    }

    @Test
    void theParcelOfSomebodyElseIsNotThere() {
        assertEquals(ErrorCode.NOT_FOUND, customer.call("parcel.get", "{'parcelId': 'P-9'}").code());
        assertEquals(ErrorCode.NOT_FOUND, customer.key("k").call("parcel.return", "{'parcelId': 'P-9'}").code());
    }

    @Test
    void aParcelIsKeptLongerOnce() {
        Asking again = customer.key("k1");
        assertEquals("2026-03-05", again.call("parcel.extend", "{'parcelId': 'P-1'}").json().path("until").asText());
        assertTrue(again.call("parcel.extend", "{'parcelId': 'P-1'}").replayed());
        assertEquals("lockers/extended", customer.key("k2").call("parcel.extend", "{'parcelId': 'P-1'}").reason());
    }

    @Test
    void whatWasDoneIsFoundAfterACrash() {
        Asking again = customer.key("k1");
        again.call("parcel.return", "{'parcelId': 'P-2'}");
        hub.forgetOutcomes();
        assertEquals("RETURNED", again.call("parcel.return", "{'parcelId': 'P-2'}").json().path("state").asText());
        assertEquals("lockers/gone", customer.key("k2").call("parcel.return", "{'parcelId': 'P-2'}").reason());
    }

    @Test
    void aParcelGoesWhereThereIsRoom() {
        Answer full = customer.key("k1").call("parcel.redirect", "{'parcelId': 'P-1', 'site': 'SH-2'}");
        assertEquals("lockers/no-room", full.reason());
        Answer nowhere = customer.key("k2").call("parcel.redirect", "{'parcelId': 'P-1', 'site': 'XX'}");
        assertEquals(List.of("site"), nowhere.arguments());
    }

    @Test
    void aCodeBelongsToAParcelAndASite() {
        String code = customer.call("code.get", "{'parcelId': 'P-1'}").json().path("code").asText();
        assertTrue(code.matches("[0-9]{6}"), code);
        assertFalse(code.equals(customer.call("code.get", "{'parcelId': 'P-2'}").json().path("code").asText()));
    }

    @Test
    void onlyStaffOpenCompartments() {
        String arguments = "{'site': 'SH-1', 'compartment': 12}";
        assertEquals(ErrorCode.FORBIDDEN, customer.key("k").call("compartment.open", arguments).code());
        Asking staff = hub.as(Someone.staff());
        assertEquals(ErrorCode.KEY_REQUIRED, staff.call("compartment.open", arguments).code());
        assertTrue(staff.key("k").call("compartment.open", arguments).succeeded());
    }
}
