package io.switchboard.it;

import java.util.ArrayList;
import java.util.List;

/** What the kills did, for {@code docs/soak.md}. */
final class SoakTable {
    private final List<String> rows = new ArrayList<>();
    private int acknowledged;
    private int unanswered;
    private int replayed;
    private int refused;
    private List<String> faults = List.of();

    void add(int round, long startMillis, int killedAfter, int acknowledgedInRound, int askedAgain) {
        rows.add("| " + round + " | " + startMillis + " | " + killedAfter + " | " + acknowledgedInRound + " | "
                + askedAgain + " |");
        unanswered += askedAgain;
    }

    void count(TicketLoad client) {
        acknowledged += client.acknowledged();
        replayed += client.replayed();
        refused += client.refused();
    }

    void faults(List<String> found) {
        faults = List.copyOf(found);
    }

    String markdown(long seed) {
        long lost = faults.stream().filter(each -> each.contains("lost")).count();
        long doubled = faults.stream().filter(each -> each.contains("times")).count();
        return "| kills | tickets acknowledged | asked again after a kill | of these already done (replayed) | told to come again"
                + " | acknowledged and lost | doubled under one key | other faults |\n|--:|--:|--:|--:|--:|--:|--:|--:|\n"
                + "| " + rows.size() + " | " + acknowledged + " | " + unanswered + " | " + replayed + " | " + refused
                + " | " + lost + " | " + doubled + " | " + (faults.size() - lost - doubled) + " |\n\n"
                + "Java " + Runtime.version().feature() + ", "
                + Runtime.getRuntime().availableProcessors() + " cores shared by clients and hub, seed " + seed
                + ".\n\n"
                + "| kill | start to ready (ms) | killed after (ms) | acknowledged | asked again |\n|--:|--:|--:|--:|--:|\n"
                + String.join("\n", rows) + "\n";
    }
}
