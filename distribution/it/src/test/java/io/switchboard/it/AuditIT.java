package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Questions to the audit, the erasure of a customer, and the command over the files of a hub that runs. */
@ExtendWith(SharedHub.class)
class AuditIT {
    private static final String CUSTOMER = "C-1017";
    private static final String RECORDS = "/api/audit/v1/customers/" + CUSTOMER + "/records";
    private static final String SEARCH = "/api/audit/v1/records/search";

    private final HubProcess hub;

    AuditIT(HubProcess hub) {
        this.hub = hub;
    }

    private record Said(int code, String text) {}

    private static Said audit(Path home, String... arguments) throws IOException, InterruptedException {
        String[] words = Stream.concat(Stream.of("audit"), Stream.of(arguments)).toArray(String[]::new);
        ProcessBuilder builder = HubProcess.script(home, words).redirectErrorStream(true);
        builder.environment().remove("LC_ALL");
        builder.environment().put("LANG", "C.UTF-8");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    private JsonNode search(String json) {
        return hub.admin().post(SEARCH, json).ok();
    }

    @Test
    void aCustomerIsAskedForErasedAndProvenToBeSo() throws Exception {
        hub.chatbot().get("/api/crm/v1/customers/" + CUSTOMER).ok();
        Await.until(
                "the call is in the audit",
                () -> !hub.admin().get(RECORDS).ok().path("items").isEmpty());
        JsonNode row = hub.admin().get(RECORDS).ok().path("items").get(0);
        assertEquals("crm.v1.customer.get", row.path("operation").asText());
        assertEquals("demo-chatbot", row.path("principal").asText());
        assertEquals(CUSTOMER, row.path("customerId").asText());
        hub.chatbot().get(RECORDS).problem(403, 4016);

        Said before = audit(hub.home(), "verify");
        assertEquals(0, before.code(), before.text());
        assertTrue(audit(hub.home(), "export", "--customer", CUSTOMER).text().contains(CUSTOMER));

        JsonNode erased = hub.admin()
                .post(
                        "/api/audit/v1/erasures",
                        "{\"customerId\":\"" + CUSTOMER + "\"}",
                        "Idempotency-Key",
                        "erase-" + CUSTOMER)
                .ok();
        assertEquals(1, erased.path("keys").asInt());
        String call = "{\"callId\":\"" + row.path("callId").asText() + "\"}";
        JsonNode nobody = search(call).path("items").get(0);
        assertEquals("ERASED", nobody.path("person").asText());
        assertFalse(nobody.has("customerId"), nobody::toString);
        assertFalse(nobody.has("arguments"), nobody::toString);
        String exported = audit(hub.home(), "export").text();
        assertTrue(exported.contains("audit.v1.customer.erase"), "the erasure is recorded");
        assertFalse(exported.contains(CUSTOMER), "and names nobody");

        String anchor = before.text()
                .lines()
                .filter(line -> line.startsWith("Anchor: "))
                .findFirst()
                .orElseThrow()
                .substring("Anchor: ".length());
        Said after = audit(hub.home(), "verify", "--anchor", anchor);
        assertEquals(0, after.code(), after.text());
    }

    @Test
    void whoeverChangesARecordIsFound(@TempDir Path copy) throws Exception {
        hub.chatbot().get("/api/crm/v1/customers/C-1002").ok();
        Path source = hub.home().resolve("data/audit/0000000001.audit");
        Await.until("there are records", () -> Files.readAllLines(source).size() > 3);
        Path folder = Files.createDirectories(copy.resolve("data/audit"));
        List<String> lines = Files.readAllLines(source);
        Files.write(folder.resolve("0000000001.audit"), lines);
        Said whole = audit(copy, "verify");
        assertEquals(0, whole.code(), whole.text());
        lines.set(2, lines.get(2).replace("\"code\":", "\"code\":1"));
        Files.write(folder.resolve("0000000001.audit"), lines);
        Said changed = audit(copy, "verify");
        assertEquals(5, changed.code(), changed.text());
        assertTrue(changed.text().contains("segment 1, byte"), changed.text());
        assertEquals(64, audit(copy, "prove").code());
    }
}
