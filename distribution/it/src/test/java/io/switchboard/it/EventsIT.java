package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the hub tells of tickets, and whom. */
@ExtendWith(SharedHub.class)
@Timeout(60)
class EventsIT {
    private static final String MINE = "C-1015";
    private static final String OTHERS = "C-1016";

    private final HubProcess hub;
    private final Caller staff;

    EventsIT(HubProcess hub) {
        this.hub = hub;
        staff = hub.admin();
    }

    private String makeTicket(String customer) {
        return staff.post(
                        "/api/ticket/v1/customers/" + customer + "/tickets",
                        "{\"kind\":\"DELIVERY\",\"subject\":\"told\",\"text\":\"told\"}")
                .ok()
                .path("id")
                .asText();
    }

    @Test
    void aCustomersTokenHearsOfThatCustomersTicketsAlone() throws Exception {
        Caller mine = BoundTokens.bind(hub, hub.chatbot(), MINE);
        Caller others = BoundTokens.bind(hub, hub.chatbot(), OTHERS);
        String myPlace = Told.now(mine);
        String othersPlace = Told.now(others);
        String staffsPlace = Told.now(staff);
        String ticket = makeTicket(MINE);
        String path = "/api/ticket/v1/customers/" + MINE + "/tickets/" + Attempts.encoded(ticket);
        staff.post(path + "/comments", "{\"visibility\":\"CUSTOMER\",\"text\":\"told\"}")
                .ok();
        staff.post(path + "/comments", "{\"visibility\":\"INTERNAL\",\"text\":\"told\"}")
                .ok();
        staff.post(path + "/close", "{\"note\":\"found\"}").ok();

        List<String> told = List.of(
                "ticket.v1.ticket.created " + ticket,
                "ticket.v1.comment.added " + ticket,
                "ticket.v1.status.changed " + ticket);
        Await.until("the customer hears of it", () -> Told.since(mine, myPlace).equals(told));
        assertEquals(List.of(), Told.since(others, othersPlace));
        assertTrue(Told.since(staff, staffsPlace).size() >= 4, "employees hear of internal comments");
        others.get("/api/events?after=" + myPlace).problem(400, 4000);
    }

    @Test
    void eventsTakeTheirScope() {
        Caller.nobody(hub.address()).get("/api/events").problem(401, 4011);
        Answer refused = hub.chatbot("ticket.read").get("/api/events");
        refused.problem(403, 4016);
        Caller withoutTickets = hub.chatbot("events.read");
        String place = Told.now(withoutTickets);
        String staffsPlace = Told.now(staff);
        String ticket = makeTicket(MINE);
        Await.until(
                "staff hears of it",
                () -> Told.since(staff, staffsPlace).contains("ticket.v1.ticket.created " + ticket));
        assertEquals(List.of(), Told.since(withoutTickets, place));
        assertTrue(staff.get("/api/openapi.json").ok().path("paths").has("/api/events"));
        assertFalse(hub.chatbot("ticket.read")
                .get("/api/openapi.json")
                .ok()
                .path("paths")
                .has("/api/events"));
        staff.send("POST", "/api/events", "{}").problem(405, 4006);
    }

    @Test
    void aStreamTellsAtOnceAndGoesOnWhereItWasCut() throws Exception {
        String first;
        String cursor;
        try (EventStream lines = stream("")) {
            first = makeTicket(MINE);
            cursor = lines.next("id: ").substring("id: ".length());
            JsonNode event = lines.event();
            assertEquals("1.0", event.path("specversion").asText());
            assertEquals("/api/ticket/v1", event.path("source").asText());
            assertEquals(first, event.path("data").path("ticketId").asText());
            assertEquals(MINE, event.path("customer").asText());
        }
        String second = makeTicket(MINE);
        try (EventStream lines = stream(cursor)) {
            assertEquals(second, lines.event().path("data").path("ticketId").asText());
        }
    }

    private EventStream stream(String after) throws Exception {
        return EventStream.open(hub, BoundTokens.bind(hub, hub.chatbot(), MINE), "ticket.v1.ticket.created", after);
    }
}
