package io.switchboard.analytics.internal;

import io.switchboard.sql.Transactions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Adds up what was counted. Safe for use from many threads. */
final class CallReports {
    private static final int MOST_OPERATIONS = 500;

    private final Transactions transactions;

    CallReports(DataSource source) {
        transactions = new Transactions(source);
    }

    CallSummary summary(Period period, Span span, Optional<String> connector) {
        Map<String, Totals> byOperation = new HashMap<>();
        scan(
                period,
                span,
                connector,
                (key, calls, slowest, latency) -> byOperation
                        .computeIfAbsent(key.operation(), fresh -> new Totals())
                        .add(key.code(), calls, slowest, latency));
        Totals all = new Totals();
        Map<String, Totals> byConnector = new HashMap<>();
        byOperation.forEach((operation, totals) -> {
            all.add(totals);
            byConnector
                    .computeIfAbsent(TallyKey.connector(operation), fresh -> new Totals())
                    .add(totals);
        });
        return new CallSummary(
                period.from(),
                period.to(),
                all.measures(),
                mostCalled(byConnector).stream()
                        .map(each -> new ConnectorMeasures(
                                each.getKey(), each.getValue().measures()))
                        .toList(),
                mostCalled(byOperation).stream()
                        .map(each -> new OperationMeasures(
                                TallyKey.connector(each.getKey()),
                                each.getKey(),
                                each.getValue().measures(),
                                CodeCount.of(each.getValue().errors())))
                        .toList());
    }

    private static List<Map.Entry<String, Totals>> mostCalled(Map<String, Totals> totals) {
        return totals.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Totals> each) ->
                                -each.getValue().calls())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_OPERATIONS)
                .toList();
    }

    CallSeries series(
            Period period, Resolution by, Optional<String> connector, Optional<String> operation, ZoneId zone) {
        SortedMap<Instant, Totals> parts = new TreeMap<>();
        for (Instant part = begin(period.from(), by, zone); part.isBefore(period.to()); part = next(part, by, zone)) {
            parts.put(part, new Totals());
        }
        Period whole = new Period(parts.firstKey(), period.to());
        scan(whole, by.span(), connector, (key, calls, slowest, latency) -> {
            Instant part = begin(Instant.ofEpochSecond(key.bucket()), by, zone);
            Totals totals = parts.get(part);
            if (totals != null && key.operation().equals(operation.orElse(key.operation()))) {
                totals.add(key.code(), calls, slowest, latency);
            }
        });
        List<SeriesPoint> points = new ArrayList<>();
        parts.forEach((from, totals) -> points.add(new SeriesPoint(from, totals.measures())));
        return new CallSeries(by, parts.firstKey(), period.to(), points);
    }

    private static Instant begin(Instant time, Resolution by, ZoneId zone) {
        return switch (by) {
            case MINUTE, HOUR -> by.span().floor(time);
            case DAY -> day(LocalDate.ofInstant(time, zone), zone);
        };
    }

    private static Instant next(Instant part, Resolution by, ZoneId zone) {
        return switch (by) {
            case MINUTE, HOUR -> by.span().ceiling(part.plusSeconds(1));
            case DAY -> day(LocalDate.ofInstant(part, zone).plusDays(1), zone);
        };
    }

    private static Instant day(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    ErrorRanking errors(Period period, Span span, Optional<String> connector, int most) {
        Map<String, Totals> byOperation = new HashMap<>();
        Map<TallyKey, Long> last = new HashMap<>();
        scan(period, span, connector, (key, calls, slowest, latency) -> {
            byOperation
                    .computeIfAbsent(key.operation(), fresh -> new Totals())
                    .add(key.code(), calls, slowest, latency);
            last.merge(new TallyKey(0, key.operation(), key.code()), key.bucket(), Math::max);
        });
        List<RankedError> errors = new ArrayList<>();
        byOperation.forEach((operation, totals) -> totals.errors().forEach((code, calls) -> {
            Long bucket = last.get(new TallyKey(0, operation, code));
            errors.add(new RankedError(
                    TallyKey.connector(operation),
                    operation,
                    code,
                    CodeCount.name(code),
                    calls,
                    Totals.part(calls, totals.calls()),
                    Instant.ofEpochSecond(bucket == null ? 0 : bucket)));
        }));
        errors.sort(Comparator.comparingLong((RankedError error) -> -error.calls())
                .thenComparing(RankedError::operation)
                .thenComparing(RankedError::code));
        return new ErrorRanking(
                period.from(), period.to(), List.copyOf(errors.subList(0, Math.min(most, errors.size()))));
    }

    private void scan(Period period, Span span, Optional<String> connector, TallyRows.Visitor visitor) {
        transactions.read(connection -> {
            TallyRows.scan(connection, span, period.from(), period.to(), connector, visitor);
            return true;
        });
    }
}
