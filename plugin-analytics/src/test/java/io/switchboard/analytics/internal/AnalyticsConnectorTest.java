package io.switchboard.analytics.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.internal.reader.DescriptorReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnalyticsConnectorTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String GET = "crm.v1.customer.get";
    private static final String CREATE = "ticket.v1.ticket.create";

    private final FakeTrail trail = new FakeTrail();
    private TestStore store;
    private AnalyticsConnector connector;

    @BeforeEach
    void open() throws Exception {
        store = new TestStore();
        connector = new AnalyticsConnector(store.source(), ZoneId.of("Asia/Shanghai"), CLOCK);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void count() throws Exception {
        RollUp rollUp = new RollUp(trail, store.source(), new Turn(new FakeLeases(), "t"), "hub", CLOCK);
        assertEquals(false, rollUp.step());
    }

    private static Optional<Instant> ago(Duration duration) {
        return Optional.of(NOW.minus(duration));
    }

    @Test
    void isAConnectorWithoutMistakes() throws Exception {
        assertEquals(
                List.of("calls.series", "calls.summary", "errors.top"),
                DescriptorReader.read(AnalyticsConnector.class, false).descriptor().operations().stream()
                        .map(operation -> operation.id())
                        .toList());
    }

    @Test
    void sumsUpByConnectorAndOperation() throws Exception {
        for (int i = 1; i <= 1_000; i++) {
            trail.add(NOW.minusSeconds(i % 300), GET, i % 100 == 0 ? 5002 : 0, i * 100L);
        }
        trail.add(NOW, GET, 4004, 50);
        trail.add(NOW, CREATE, 0, 9_000_000);
        trail.add(NOW, "", 4011, 10);
        trail.add(NOW.minus(Duration.ofHours(30)), GET, 0, 1);
        count();
        CallSummary summary = connector.summary(new SummaryQuery(Optional.empty(), Optional.empty(), Optional.empty()));
        assertEquals(Instant.parse("2026-11-21T10:15:00Z"), summary.from());
        assertEquals(Instant.parse("2026-11-22T10:16:00Z"), summary.to());
        assertEquals(1_003, summary.total().calls());
        assertEquals(12, summary.total().errors());
        assertEquals("0.0120", summary.total().errorRate().toString());
        assertEquals(Optional.of(9_000_000L), summary.total().maxMicros());
        assertEquals(
                List.of("crm", "none", "ticket"),
                summary.connectors().stream().map(ConnectorMeasures::connector).toList());
        OperationMeasures get = summary.operations().get(0);
        assertEquals(GET, get.operation());
        assertEquals(1_001, get.measures().calls());
        assertEquals(List.of(new CodeCount(5002, "BUSY", 10), new CodeCount(4004, "NOT_FOUND", 1)), get.errors());
        assertEquals(50_000.0, (double) get.measures().p50Micros().orElseThrow(), 1_600);
        assertEquals(95_000.0, (double) get.measures().p95Micros().orElseThrow(), 3_000);
        assertEquals(99_000.0, (double) get.measures().p99Micros().orElseThrow(), 3_100);
        assertEquals(Optional.of(100_000L), get.measures().maxMicros());
    }

    @Test
    void narrowsToAConnectorAndAPeriod() throws Exception {
        trail.add(NOW.minus(Duration.ofDays(5)), GET, 0, 1);
        trail.add(NOW.minus(Duration.ofDays(30)), GET, 0, 1);
        trail.add(NOW.minus(Duration.ofDays(5)), CREATE, 0, 1);
        count();
        CallSummary week =
                connector.summary(new SummaryQuery(ago(Duration.ofDays(7)), Optional.empty(), Optional.of("crm")));
        assertEquals(1, week.total().calls());
        assertEquals(Instant.parse("2026-11-15T10:00:00Z"), week.from());
        assertEquals(Instant.parse("2026-11-22T11:00:00Z"), week.to());
        CallSummary quarter =
                connector.summary(new SummaryQuery(ago(Duration.ofDays(92)), Optional.of(NOW), Optional.empty()));
        assertEquals(3, quarter.total().calls());
        CallSummary empty = connector.summary(
                new SummaryQuery(ago(Duration.ofHours(2)), ago(Duration.ofHours(1)), Optional.empty()));
        assertEquals(0, empty.total().calls());
        assertEquals(Optional.empty(), empty.total().p99Micros());
        assertEquals("0.0000", empty.total().errorRate().toString());
    }

    @Test
    void tellsOverTimeWithoutGaps() throws Exception {
        trail.add(NOW, GET, 0, 1);
        trail.add(NOW.minus(Duration.ofMinutes(59)), GET, 5001, 1);
        trail.add(NOW.minus(Duration.ofMinutes(59)), CREATE, 0, 1);
        count();
        CallSeries minutes = series(Resolution.MINUTE, Optional.empty(), Optional.of(GET));
        assertEquals(61, minutes.points().size());
        assertEquals(Instant.parse("2026-11-22T09:15:00Z"), minutes.from());
        assertEquals(1, minutes.points().get(60).measures().calls());
        assertEquals(1, minutes.points().get(1).measures().errors());
        assertEquals(
                2,
                minutes.points().stream()
                        .mapToLong(point -> point.measures().calls())
                        .sum());
        CallSeries hours = series(Resolution.HOUR, Optional.empty(), Optional.empty());
        assertEquals(25, hours.points().size());
        assertEquals(2, hours.points().get(23).measures().calls());
        assertEquals(1, hours.points().get(24).measures().calls());
        assertEquals(
                720 + 24 + 1,
                series(Resolution.HOUR, ago(Duration.ofDays(31)), Optional.empty())
                        .points()
                        .size());
    }

    @Test
    void daysBeginInTheZone() throws Exception {
        trail.add(Instant.parse("2026-11-21T15:59:59Z"), GET, 0, 1);
        trail.add(Instant.parse("2026-11-21T16:00:00Z"), GET, 0, 1);
        trail.add(NOW, GET, 0, 1);
        count();
        CallSeries days = series(Resolution.DAY, ago(Duration.ofDays(2)), Optional.empty());
        assertEquals(
                List.of("2026-11-19T16:00:00Z", "2026-11-20T16:00:00Z", "2026-11-21T16:00:00Z"),
                days.points().stream().map(point -> point.from().toString()).toList());
        assertEquals(
                List.of(0L, 1L, 2L),
                days.points().stream().map(point -> point.measures().calls()).toList());
    }

    @Test
    void ranksErrors() throws Exception {
        for (int i = 0; i < 6; i++) {
            trail.add(NOW.minus(Duration.ofMinutes(i)), GET, 5002, 1);
            trail.add(NOW, GET, 0, 1);
        }
        trail.add(NOW.minus(Duration.ofMinutes(7)), CREATE, 4008, 1);
        count();
        ErrorRanking ranking = connector.errors(
                new ErrorsQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        assertEquals(2, ranking.errors().size());
        RankedError first = ranking.errors().get(0);
        assertEquals("BUSY", first.name());
        assertEquals(6, first.calls());
        assertEquals("0.5000", first.rate().toString());
        assertEquals(Instant.parse("2026-11-22T10:15:00Z"), first.lastIn());
        assertEquals(
                Instant.parse("2026-11-22T10:08:00Z"), ranking.errors().get(1).lastIn());
        assertEquals(
                1,
                connector
                        .errors(new ErrorsQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(1)))
                        .errors()
                        .size());
    }

    @Test
    void refusesPeriodsItCannotTellOf() {
        assertRefused(Period.EMPTY, () -> summary(NOW, NOW));
        assertRefused(Period.EMPTY, () -> summary(NOW, NOW.minusSeconds(1)));
        assertRefused(Period.EMPTY, () -> summary(Instant.MIN, Instant.MIN));
        assertRefused(Period.EMPTY, () -> summary(NOW, Instant.MAX));
        assertRefused(Period.TOO_LONG, () -> summary(Instant.MIN, NOW));
        assertRefused(Period.TOO_LONG, () -> summary(NOW.minus(Duration.ofDays(93)), NOW));
        assertRefused(Period.NOT_KEPT, () -> summary(NOW.minus(Duration.ofDays(401)), NOW.minus(Duration.ofDays(400))));
        assertRefused(Period.TOO_LONG, () -> series(Resolution.MINUTE, ago(Duration.ofHours(13)), Optional.empty()));
        assertRefused(
                Period.NOT_KEPT,
                () -> connector.series(new SeriesQuery(
                        Optional.of(Resolution.MINUTE),
                        ago(Duration.ofDays(9)),
                        ago(Duration.ofDays(9).minusHours(1)),
                        Optional.empty(),
                        Optional.empty())));
        assertRefused(Period.TOO_LONG, () -> series(Resolution.HOUR, ago(Duration.ofDays(32)), Optional.empty()));
    }

    @Test
    void saysWhenTheStoreIsGone() {
        store.close();
        ConnectorException refused = assertThrows(ConnectorException.class, () -> summary(NOW.minusSeconds(5), NOW));
        assertEquals(ErrorCode.BACKEND_UNREACHABLE, refused.code());
    }

    private CallSeries series(Resolution by, Optional<Instant> from, Optional<String> operation) {
        return connector.series(new SeriesQuery(Optional.of(by), from, Optional.empty(), Optional.empty(), operation));
    }

    private void summary(Instant from, Instant to) {
        connector.summary(new SummaryQuery(Optional.of(from), Optional.of(to), Optional.empty()));
    }

    private static void assertRefused(String reason, Runnable question) {
        ConnectorException refused = assertThrows(ConnectorException.class, question::run);
        assertEquals(ErrorCode.INVALID_ARGUMENTS, refused.code());
        assertEquals(reason, refused.reason());
    }
}
