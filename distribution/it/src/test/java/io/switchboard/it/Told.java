package io.switchboard.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a caller hears of tickets. */
final class Told {
    private Told() {}

    /** The place from which what is yet to come is read. */
    static String now(Caller caller) {
        return caller.get("/api/events?after=now").ok().path("next").asText();
    }

    /** Types and subjects of what was told since, in order. */
    static List<String> since(Caller caller, String place) {
        List<String> told = new ArrayList<>();
        String next = place;
        boolean more = true;
        while (more) {
            JsonNode page =
                    caller.get("/api/events?types=ticket.*&after=" + next).ok();
            page.path("events")
                    .forEach(each -> told.add(each.path("type").asText() + " "
                            + each.path("subject").asText()));
            next = page.path("next").asText();
            more = page.path("more").asBoolean();
        }
        return told;
    }

    /** How often this was told since. */
    static long times(Caller caller, String place, String event) {
        return since(caller, place).stream().filter(event::equals).count();
    }
}
