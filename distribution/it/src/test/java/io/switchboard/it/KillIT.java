package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends the hub by {@code kill -9} in the middle of a load of ticket creations, again and again. Whoever got no answer asks again with the
 * same key after the start. In the end every acknowledged ticket is there, and no key made two.
 */
class KillIT {
    private static final int CLIENTS = 8;
    /** A kill comes between these times after the load begins. */
    private static final int LEAST_MILLIS = 300;

    private static final int MOST_MILLIS = 1500;

    @Test
    void noAcknowledgedTicketIsLostAndNoneIsDoubled(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path home)
            throws Exception {
        int rounds = Integer.getInteger("kill.rounds", 3);
        long seed = Long.getLong("kill.seed", System.nanoTime());
        Random random = new Random(seed);
        List<TicketLoad> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new TicketLoad("C-10" + (10 + i), "client" + i));
        }
        SoakTable table = new SoakTable();
        for (int round = 1; round <= rounds; round++) {
            long begin = System.nanoTime();
            try (HubProcess hub = HubProcess.start(home)) {
                long startMillis = (System.nanoTime() - begin) / 1_000_000;
                int before = clients.stream().mapToInt(TicketLoad::acknowledged).sum();
                int unanswered =
                        clients.stream().mapToInt(TicketLoad::unanswered).sum();
                int after = LEAST_MILLIS + random.nextInt(MOST_MILLIS - LEAST_MILLIS);
                Caller caller = hub.chatbot();
                List<Thread> threads = new ArrayList<>();
                for (TicketLoad client : clients) {
                    Thread thread = new Thread(() -> client.runUntilTheHubIsGone(caller));
                    thread.start();
                    threads.add(thread);
                }
                Thread.sleep(after);
                hub.kill();
                for (Thread thread : threads) {
                    thread.join();
                }
                int acknowledged =
                        clients.stream().mapToInt(TicketLoad::acknowledged).sum();
                table.add(round, startMillis, after, acknowledged - before, unanswered);
            }
        }
        try (HubProcess hub = HubProcess.start(home)) {
            List<String> faults = new ArrayList<>();
            Caller caller = hub.chatbot();
            for (TicketLoad client : clients) {
                client.finish(caller);
                faults.addAll(client.check(stored(caller, client)));
                table.count(client);
            }
            table.faults(faults);
            String target = System.getProperty("kill.table", "");
            if (!target.isEmpty()) {
                SoakPage.replace(Path.of(target), "kill", table.markdown(seed));
            }
            assertTrue(faults.isEmpty(), () -> "seed " + seed + ": " + faults);
        }
    }

    /** How many tickets there are by subject, read to the end of the list. */
    private static Map<String, Integer> stored(Caller caller, TicketLoad client) {
        Map<String, Integer> bySubject = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page = caller.get(client.path() + "?limit=200" + cursor).ok();
            page.path("items")
                    .forEach(row -> bySubject.merge(row.path("subject").asText(), 1, Integer::sum));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return bySubject;
    }
}
