package io.switchboard.analytics.internal;

import static io.switchboard.connector.Audience.STAFF;
import static io.switchboard.connector.Effect.READ;
import static io.switchboard.connector.ErrorCode.INVALID_ARGUMENTS;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Fails;
import io.switchboard.connector.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Tells staff how the hub is used. What it tells is about nobody: counts, never who called. */
@Component(service = Connector.class, configurationPid = "io.switchboard.analytics")
@Designate(ocd = AnalyticsConfig.class)
@ConnectorType(id = "analytics", version = 1, title = "Analytics", zh = "运营分析")
@Describe(
        en =
                "How often operations are called, how often they fail and how long they take; a call counts within two seconds.",
        zh = "各操作的调用次数、失败次数与耗时；调用发生后两秒内计入统计。")
public final class AnalyticsConnector implements Connector {
    private final CallReports reports;
    private final ZoneId zone;
    private final Clock clock;

    /** Called by the framework. */
    @Activate
    public AnalyticsConnector(@Reference DataSource source, AnalyticsConfig config) {
        this(
                source,
                config.zone().isBlank()
                        ? ZoneId.systemDefault()
                        : ZoneId.of(config.zone().strip()),
                Clock.systemUTC());
    }

    AnalyticsConnector(DataSource source, ZoneId zone, Clock clock) {
        this.reports = new CallReports(source);
        this.zone = zone;
        this.clock = clock;
    }

    @Operation(
            id = "calls.summary",
            http = "GET /calls/summary",
            effect = READ,
            audience = STAFF,
            scope = "analytics.read")
    @Describe(
            en =
                    "Calls, errors by code, error rate and latency in a period, together, by connector and by operation. Ask it first when"
                            + " something seems slow or broken.",
            zh = "统计一段时间内的调用次数、各类错误、错误率与耗时，给出合计、按连接器与按操作的结果。系统疑似变慢或出错时，宜先查询此项。")
    @Fails(
            code = INVALID_ARGUMENTS,
            reason = Period.EMPTY,
            en = "The period ends before it begins.",
            zh = "截止时间不晚于起始时间。")
    @Fails(
            code = INVALID_ARGUMENTS,
            reason = Period.TOO_LONG,
            en = "The period is longer than can be told at once.",
            zh = "时间跨度过长。")
    @Fails(
            code = INVALID_ARGUMENTS,
            reason = Period.NOT_KEPT,
            en = "The period begins before what is still kept.",
            zh = "起始时间早于数据保留期限。")
    CallSummary summary(SummaryQuery query) {
        Instant now = clock.instant();
        Period period = query.period(now).atMost(Period.LONGEST).within(Span.HOUR, now);
        Span span = period.span(now);
        return reports.summary(period.whole(span), span, query.connector());
    }

    @Operation(
            id = "calls.series",
            http = "GET /calls/series",
            effect = READ,
            audience = STAFF,
            scope = "analytics.read")
    @Describe(
            en =
                    "Calls, errors and latency over time, by the minute, hour or day; for a chart, or to find when something began to go"
                            + " wrong.",
            zh = "按分钟、小时或天统计调用、错误与耗时的变化，可用于绘图或定位问题开始的时间。")
    @Fails(
            code = INVALID_ARGUMENTS,
            reason = Period.EMPTY,
            en = "The period ends before it begins.",
            zh = "截止时间不晚于起始时间。")
    @Fails(
            code = INVALID_ARGUMENTS,
            reason = Period.TOO_LONG,
            en = "The period is longer than can be told in parts of this length.",
            zh = "时间跨度超出该粒度的上限。")
    @Fails(
            code = INVALID_ARGUMENTS,
            reason = Period.NOT_KEPT,
            en = "The period begins before what is still kept in parts of this length.",
            zh = "起始时间早于该粒度数据的保留期限。")
    CallSeries series(SeriesQuery query) {
        Instant now = clock.instant();
        Resolution by = query.resolution();
        Period period = query.period(now).atMost(by.longest()).within(by.span(), now);
        return reports.series(period.whole(by.span()), by, query.readConnector(), query.operation(), zone);
    }

    @Operation(id = "errors.top", http = "GET /errors/top", effect = READ, audience = STAFF, scope = "analytics.read")
    @Describe(
            en = "The most frequent errors of a period, by operation and code, and when each came last.",
            zh = "一段时间内最常见的错误，按操作与错误码统计，并给出最近出现的时间。")
    @Fails(
            code = INVALID_ARGUMENTS,
            reason = Period.EMPTY,
            en = "The period ends before it begins.",
            zh = "截止时间不晚于起始时间。")
    @Fails(
            code = INVALID_ARGUMENTS,
            reason = Period.TOO_LONG,
            en = "The period is longer than can be told at once.",
            zh = "时间跨度过长。")
    @Fails(
            code = INVALID_ARGUMENTS,
            reason = Period.NOT_KEPT,
            en = "The period begins before what is still kept.",
            zh = "起始时间早于数据保留期限。")
    ErrorRanking errors(ErrorsQuery query) {
        Instant now = clock.instant();
        Period period = query.period(now).atMost(Period.LONGEST).within(Span.HOUR, now);
        Span span = period.span(now);
        return reports.errors(period.whole(span), span, query.connector(), query.most());
    }
}
