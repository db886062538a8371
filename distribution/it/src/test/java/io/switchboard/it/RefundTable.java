package io.switchboard.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** How refunds ended in whose midst the hub was killed, for {@code docs/soak.md}. */
final class RefundTable {
    private final List<End> ends = new ArrayList<>();

    private record End(String point, String status, long nanos) {}

    /** Takes where the hub was killed (empty: anywhere), how the refund stands in the end, and how long that took after the next start. */
    void ended(String point, String status, long nanos) {
        ends.add(new End(point.isEmpty() ? "at a moment of chance" : point, status, nanos));
    }

    /** How many refunds ended how. */
    Map<String, Integer> statuses() {
        Map<String, Integer> statuses = new TreeMap<>();
        ends.forEach(each -> statuses.merge(each.status(), 1, Integer::sum));
        return statuses;
    }

    String markdown(int creditedTwice, long seed) {
        StringBuilder out = new StringBuilder("""
            | killed | kills | whole | taken back | with an urgent ticket | after the next start, slowest ms |
            |---|--:|--:|--:|--:|--:|
            """);
        for (String point : ends.stream().map(End::point).distinct().toList()) {
            List<End> here =
                    ends.stream().filter(each -> each.point().equals(point)).toList();
            out.append("| ").append(point.replace('-', ' ')).append(" | ").append(here.size());
            for (String status : List.of("REFUNDED", "NOT_DONE", "WITH_A_PERSON")) {
                out.append(" | ")
                        .append(here.stream()
                                .filter(each -> each.status().equals(status))
                                .count());
            }
            long slowest = here.stream().mapToLong(End::nanos).max().orElse(0);
            out.append(" | ").append(TimeUnit.NANOSECONDS.toMillis(slowest)).append(" |\n");
        }
        return out + "\n" + ends.size() + " kills, credited twice: " + creditedTwice + ". Java "
                + Runtime.version().feature() + ", seed " + seed + ".\n";
    }
}
