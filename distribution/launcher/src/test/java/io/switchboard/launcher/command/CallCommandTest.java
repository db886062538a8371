package io.switchboard.launcher.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallCommandTest {
    private static final String CARDS = "/api/stamps/v1/customers/";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private FakeHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new FakeHub();
        try (InputStream in = CallCommandTest.class.getResourceAsStream("openapi.json")) {
            hub.answers("/api/openapi.json", 200, new String(in.readAllBytes(), UTF_8));
        }
        assertEquals(0, run("desk\nright:é%\n", false, "login").code());
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void argumentsGoWhereTheDocumentHasThem() {
        hub.answers(CARDS, 200, "{\"items\":[1,2],\"shop\":{\"name\":\"\\u001b[2J\"}}");
        Ran read = run("", false, "call", "stamps.v1.card.list", "customerId=C 1/é", "colour=RED", "colour=BLUE");
        assertEquals("""
                {
                  "items": [1,2],
                  "shop": {
                    "name": "\\u001b[2J"
                  }
                }
                """, read.out());
        assertEquals("GET " + CARDS + "C%201%2F%C3%A9/cards?colour=RED&colour=BLUE null ", last());

        Ran write = run(
                "",
                false,
                "call",
                "card.add",
                "customerId=C-1",
                "shop.name=Tea",
                "shop.open=true",
                "places=7",
                "notes=a=b",
                "notes=[",
                "names.en=T",
                "price=12.50",
                "--key",
                "k1");
        assertEquals(0, write.code(), write.err());
        assertEquals(
                "POST " + CARDS + "C-1/cards k1 {\"shop\":{\"name\":\"Tea\",\"open\":true},\"places\":7,"
                        + "\"notes\":[\"a=b\",\"[\"],\"names\":{\"en\":\"T\"},\"price\":\"12.50\"}",
                last());
    }

    @Test
    void aWriteHasAKeyOfItsOwnAndDataComeFromAFileOrTheInput() throws IOException {
        hub.answers(CARDS, 204, "");
        Path file = Files.writeString(folder.resolve("data.json"), "{\"customerId\":\"C-1\",\"places\":1}");
        assertEquals(
                "Done.\n",
                run("", false, "call", "stamps.card.add", "-d", "@" + file).out());
        assertTrue(last().matches("POST " + CARDS + "C-1/cards [0-9a-f-]{36} \\{\"places\":1}"), last());
        run("{\"customerId\":\"C-2\",\"places\":1}", false, "call", "stamps.card.add", "places=many", "-d", "-");
        assertTrue(last().endsWith("{\"places\":\"many\"}"), "the hub says what is wrong with it: " + last());
        assertEquals(1, run("", false, "call", "stamps.card.add", "-d", "[1]").code());
    }

    @Test
    void aProblemIsToldInWordsWithWhatToDo() {
        hub.answers(
                CARDS + "C-1",
                400,
                "{\"code\":4000,\"title\":\"Invalid arguments\",\"message\":\"Not right.\","
                        + "\"advice\":\"FIX_ARGUMENTS\",\"errors\":[{\"member\":\"places\",\"fault\":\"range\",\"expected\":\"1 to 20.\"}]}");
        Ran refused = run("", false, "call", "card.add", "customerId=C-1", "places=21");
        assertEquals(1, refused.code());
        assertTrue(
                refused.err()
                        .startsWith("4000 Invalid arguments: Not right.\n  places: is out of range. 1 to 20.\n"
                                + "  FIX_ARGUMENTS: correct the arguments"),
                refused.err());

        hub.answers(
                CARDS + "C-2", 503, "{\"code\":5002,\"title\":\"Busy\",\"message\":\"忙。\",\"advice\":\"RETRY_LATER\"}");
        Ran busy = run("", true, "call", "card.add", "customerId=C-2", "places=2", "--key", "k9");
        assertEquals(2, busy.code());
        assertTrue(busy.err().startsWith("重发时请使用：--key k9\n5002 Busy: 忙。"), busy.err());
    }

    @Test
    void whatIsMeantIsFoundOrAsked() {
        Ran none = run("", false, "call", "nothing.here");
        assertEquals(1, none.code());
        assertTrue(none.err().contains("switchboard list"), none.err());
        assertTrue(run("", false, "call", "card.list").err().contains("shop.v1.card.list"), "two connectors have it");
        hub.answers("/api/stamps/v2/cards", 200, "{}");
        run("", false, "call", "stamps.card.list");
        assertEquals("GET /api/stamps/v2/cards null ", last(), "the newest major");
        assertTrue(run("", false, "call", "card.add", "places=1").err().contains("needs customerId="));
        assertTrue(run("", false, "call", "card.add", "plaices=1").err().contains("customerId, shop, places"));
        assertEquals(64, run("", false, "call").code());
        assertEquals(0, run("", false, "call", "--help").code());
    }

    @Test
    void operationsAreListedAndKeptForTheCompletionOfWords() throws IOException {
        Ran list = run("", true, "list", "stamps");
        assertTrue(list.out().startsWith("stamps.v1  集点卡。\n"), list.out());
        assertTrue(list.out().contains("stamps.v1.card.list  READ         CUSTOMER  全部集点卡。\n"), list.out());
        assertFalse(list.out().contains("shop"), list.out());
        assertTrue(run("", false, "list").out().contains("CUSTOMER  All cards.\n"), "the first sentence");
        assertEquals(
                List.of(
                        "guests.v1.night.list guest",
                        "shop.v1.card.list",
                        "stamps.v1.card.add customerId shop places notes names price",
                        "stamps.v1.card.list customerId colour",
                        "stamps.v2.card.list"),
                Files.readAllLines(folder.resolve("cache/operations")));
    }

    @Test
    void aCustomerIsNamedOrActsByTheirOwnToken() throws IOException {
        hub.answers(CARDS, 200, "{}");
        assertEquals(
                0,
                run("", false, "call", "stamps.card.add", "--customer", "C-7", "places=1")
                        .code());
        assertTrue(last().startsWith("POST " + CARDS + "C-7/cards "), last());
        assertTrue(hub.bearer().startsWith("Bearer token-"), hub.bearer());
        Path token = Files.writeString(folder.resolve("token"), "eyJ.a.b\n");
        assertEquals(
                0,
                run("", false, "call", "stamps.card.add", "--customer-token", "@" + token, "places=1")
                        .code());
        assertTrue(last().startsWith("POST " + CARDS + "me/cards "), last());
        assertTrue(hub.bearer().startsWith("Bearer eyJ.a.b-token-"), hub.bearer());
        hub.answers("/api/guests/v1/nights", 200, "{}");
        run("", false, "call", "night.list", "--customer", "C-7");
        assertTrue(last().startsWith("GET /api/guests/v1/nights?guest=C-7 "), "whatever it is called: " + last());
        Ran none = run("", false, "call", "stamps.v2.card.list", "--customer", "C-7");
        assertTrue(none.err().contains("is about no customer"), none.err());
        assertEquals(
                64,
                run("", false, "call", "card.add", "--customer", "C-7", "--customer-token", "x")
                        .code());
    }

    @Test
    void aQuarantineIsEnded() {
        hub.answers("/api/quarantine/v1/releases", 200, "{\"released\":true}");
        assertEquals(
                "stamps.v1: out of quarantine\n",
                run("", false, "deployments", "--clear", "stamps.v1").out());
        assertEquals("POST /api/quarantine/v1/releases null {\"connector\":\"stamps.v1\"}", last());
        assertEquals(64, run("", false, "deployments", "stamps.v1").code());
    }

    @Test
    void whatIsInNoQuarantineIsSaidSo() {
        hub.answers("/api/quarantine/v1/releases", 200, "{\"released\":false}");
        Ran none = run("", false, "deployments", "--clear", "stamps.v1");
        assertEquals(1, none.code());
        assertEquals("stamps.v1 is in no quarantine.\n", none.err());
    }

    @Test
    void anOperationIsDescribedInWords() {
        String text = run("", false, "describe", "card.add").out();
        for (String part : List.of(
                "POST /api/stamps/v1/customers/{customerId}/cards\n  WRITE  CUSTOMER  stamps.write  PT5S\n",
                "  shop  object, required\n      The shop.\n    name  text, like ^[A-Z].*$, required\n",
                "  places  integer, 1 … 20, required\n",
                "  notes  list of text,  … 3 entries, optional\n",
                "  4030 CONFLICT, stamps/full:  [2JThe card is full. (ASK_CUSTOMER)\n",
                "switchboard call stamps.v1.card.add customerId=C-1 shop='{\"name\":\"Tea house\"}' places=10\n")) {
            assertTrue(text.contains(part), part + " is not in\n" + text);
        }
    }

    private String last() {
        return hub.requests().get(hub.requests().size() - 1);
    }

    private Ran run(String input, boolean chinese, String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        words.addAll(1, List.of("--url", hub.address()));
        Logins logins = new Logins(folder.resolve("config"));
        KnownOperations known = new KnownOperations(folder.resolve("cache"));
        Command command = arguments[0].equals("login")
                ? new LoginCommand(folder, logins, InstantSource.system(), words)
                : Tool.of(folder, new Callers(folder, logins, known, InstantSource.system()), words);
        return Ran.of(command, input, chinese);
    }
}
