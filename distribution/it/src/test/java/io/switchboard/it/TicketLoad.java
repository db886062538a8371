package io.switchboard.it;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One client that makes ticket after ticket, each with a key of its own, and asks again with the same key when no answer came. */
final class TicketLoad {
    private final String customer;
    private final String name;
    private final Map<String, Acknowledged> acknowledged = new TreeMap<>();

    private final List<String> faults = new ArrayList<>();
    private String open = "";
    private int next;
    private int starts;
    private int replayed;
    private int refused;

    /** What was answered, and when. */
    private record Acknowledged(String id, boolean replay, int start, long nanos) {}

    TicketLoad(String customer, String name) {
        this.customer = customer;
        this.name = name;
    }

    String path() {
        return "/api/ticket/v1/customers/" + customer + "/tickets";
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** Whether it waits for an answer that a kill has cut off: 1 or 0. */
    int unanswered() {
        return open.isEmpty() ? 0 : 1;
    }

    int replayed() {
        return replayed;
    }

    int refused() {
        return refused;
    }

    void runUntilTheHubIsGone(Caller caller) {
        starts++;
        try {
            while (true) {
                step(caller);
            }
        } catch (UncheckedIOException e) {
            // The hub was killed; what is open is asked again.
        }
    }

    /** Has what is open answered. */
    void finish(Caller caller) {
        if (!open.isEmpty()) {
            Await.until(name + " is answered", () -> {
                step(caller);
                return open.isEmpty();
            });
        }
    }

    private void step(Caller caller) {
        if (open.isEmpty()) {
            open = name + "-" + next++;
        }
        Answer answer = caller.post(
                path(), "{\"kind\":\"OTHER\",\"subject\":\"" + open + "\",\"text\":\"load\"}", "Idempotency-Key", open);
        if (answer.status() == 200) {
            boolean replay = answer.header("Idempotency-Replayed").equals("true");
            acknowledged.put(
                    open, new Acknowledged(answer.json().path("id").asText(), replay, starts, System.nanoTime()));
            replayed += replay ? 1 : 0;
            open = "";
        } else if (answer.status() >= 500 || answer.status() == 409) {
            // Busy, under way, or not known yet: the same key again.
            refused++;
        } else {
            faults.add(open + " was answered " + answer);
            open = "";
        }
    }

    /** What does not fit what is stored. */
    List<String> check(Map<String, Integer> stored) {
        List<String> found = new ArrayList<>(faults);
        acknowledged.forEach((subject, answered) -> {
            if (!stored.containsKey(subject)) {
                found.add(subject + " was acknowledged and is lost: " + answered);
            }
        });
        stored.forEach((subject, count) -> {
            if (subject.startsWith(name + "-") && count > 1) {
                found.add(subject + " is there " + count + " times");
            }
        });
        return found;
    }
}
