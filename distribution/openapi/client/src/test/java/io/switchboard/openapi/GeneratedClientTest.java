package io.switchboard.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.openapi.client.ApiClient;
import io.switchboard.openapi.client.ApiException;
import io.switchboard.openapi.client.ApiResponse;
import io.switchboard.openapi.client.api.CrmV1Api;
import io.switchboard.openapi.client.api.HubApi;
import io.switchboard.openapi.client.api.SecurityV1Api;
import io.switchboard.openapi.client.api.TicketV1Api;
import io.switchboard.openapi.client.model.CrmV1Customer;
import io.switchboard.openapi.client.model.CrmV1TimelineItemPage;
import io.switchboard.openapi.client.model.Problem;
import io.switchboard.openapi.client.model.TicketV1Ticket;
import io.switchboard.openapi.client.model.TicketV1TicketCreateRequestBody;
import io.switchboard.openapi.client.model.TicketV1TicketKind;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client that was generated of the hub's document calls that hub, and finds what the document promised. */
class GeneratedClientTest {
    private static final String CUSTOMER = "C-1001";

    private static final ApiClient HUB = new ApiClient();

    @BeforeAll
    static void signIn() throws Exception {
        String address = System.getProperty("hub.address");
        String token = token(address);
        HUB.updateBaseUri(address);
        HUB.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    }

    private static String token(String address) throws Exception {
        ObjectMapper json = new ObjectMapper();
        JsonNode client = json.readTree(new File(System.getProperty("hub.client")));
        String pair = client.get("client_id").asText() + ":" + client.get("client_secret").asText();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, response.statusCode());
        return json.readTree(response.body()).get("access_token").asText();
    }

    @Test
    void readsARecordWithMoneyDatesAndNestedParts() throws Exception {
        CrmV1Customer customer = new CrmV1Api(HUB).crmV1CustomerGet(CUSTOMER, null, null);
        assertEquals(CUSTOMER, customer.getCustomerId());
        assertNotNull(customer.getName());
        assertNotNull(customer.getSince());
        assertTrue(customer.getContact().getPhone().startsWith("***"), "the chatbot sees the end of the number only");
        assertNull(customer.getLifetimeSpend(), "the chatbot sees no amounts");
    }

    @Test
    void pagesByCursor() throws Exception {
        CrmV1Api crm = new CrmV1Api(HUB);
        CrmV1TimelineItemPage first = crm.crmV1TimelineList(CUSTOMER, null, null, null, null, 1, null, null);
        assertEquals(1, first.getItems().size());
        CrmV1TimelineItemPage second =
                crm.crmV1TimelineList(CUSTOMER, null, null, null, first.getNext(), 1, null, null);
        assertFalse(second.getItems().equals(first.getItems()));
    }

    @Test
    void writesOnceUnderOneKey() throws Exception {
        TicketV1Api tickets = new TicketV1Api(HUB);
        TicketV1TicketCreateRequestBody body = new TicketV1TicketCreateRequestBody()
                .kind(TicketV1TicketKind.DELIVERY)
                .subject("包裹还没到")
                .text("The parcel has not come.");
        String key = UUID.randomUUID().toString();
        ApiResponse<TicketV1Ticket> made =
                tickets.ticketV1TicketCreateWithHttpInfo(CUSTOMER, body, key, null, 5000);
        ApiResponse<TicketV1Ticket> again =
                tickets.ticketV1TicketCreateWithHttpInfo(CUSTOMER, body, key, null, 5000);
        assertEquals(made.getData(), again.getData());
        assertEquals("true", again.getHeaders().get("idempotency-replayed").get(0));
        assertEquals("包裹还没到", tickets.ticketV1TicketGet(CUSTOMER, made.getData().getId(), null, null).getSubject());

        String callId = made.getHeaders().get("switchboard-call").get(0);
        assertEquals(callId, new HubApi(HUB).hubCallsGet(callId).getCallId());
    }

    @Test
    void readsProblems() throws Exception {
        Problem unknown = problem(404, () -> new CrmV1Api(HUB).crmV1CustomerGet("C-9999", null, null));
        assertEquals(4001, unknown.getCode());
        assertNotNull(unknown.getMessage());
        Problem faulty = problem(
                400,
                () -> new TicketV1Api(HUB)
                        .ticketV1TicketCreate(
                                CUSTOMER,
                                new TicketV1TicketCreateRequestBody()
                                        .kind(TicketV1TicketKind.OTHER)
                                        .subject("")
                                        .text("x"),
                                null,
                                null,
                                null));
        assertEquals("subject", faulty.getErrors().get(0).getMember());
        problem(403, () -> new SecurityV1Api(HUB).securityV1ClientList(null, null, null, null));
    }

    @Test
    void readsTheCatalogueOfErrors() throws Exception {
        assertTrue(new HubApi(HUB).hubErrorsList().getErrors().stream().anyMatch(each -> each.getCode() == 5002));
    }

    private interface Attempt {
        void run() throws ApiException;
    }

    private static Problem problem(int status, Attempt attempt) throws Exception {
        ApiException refused = assertThrows(ApiException.class, attempt::run);
        assertEquals(status, refused.getCode());
        return HUB.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
    }
}
