package io.switchboard.crm.internal;

import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Pages through rows by time and number, as a system would: a cursor is the last row's place. */
final class NewestFirst {
    private NewestFirst() {}

    static <R> Page<R> page(List<R> rows, Function<R, Instant> at, ToIntFunction<R> number, PageRequest page) {
        Comparator<R> newest = Comparator.comparing(at).thenComparingInt(number).reversed();
        List<R> behind = rows.stream()
                .sorted(newest)
                .filter(row -> page.cursor()
                        .map(cursor -> isBehind(at.apply(row), number.applyAsInt(row), cursor))
                        .orElse(true))
                .toList();
        if (behind.size() <= page.limit()) {
            return Page.last(behind);
        }
        List<R> wanted = behind.subList(0, page.limit());
        R last = wanted.get(page.limit() - 1);
        return Page.of(wanted, Optional.of(at.apply(last).toEpochMilli() + "/" + number.applyAsInt(last)));
    }

    private static boolean isBehind(Instant at, int number, String cursor) {
        int slash = cursor.indexOf('/');
        Instant last = Instant.ofEpochMilli(Long.parseLong(cursor.substring(0, slash)));
        return at.isBefore(last) || (at.equals(last) && number < Integer.parseInt(cursor.substring(slash + 1)));
    }
}
