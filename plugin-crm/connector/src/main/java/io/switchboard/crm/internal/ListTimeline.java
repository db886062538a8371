package io.switchboard.crm.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.CustomerId;
import io.switchboard.connector.Describe;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Example;
import io.switchboard.connector.Length;
import io.switchboard.connector.PageRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Which part of a customer's timeline is asked for. */
record ListTimeline(
        @CustomerId
        @Length(min = 1, max = 100)
        @Describe(en = "The customer's id in the CRM.", zh = "客户在 CRM 中的编号。")
        @Example("C-1001")
        String customerId,

        @Describe(en = "Only entries of this kind; absent: of all kinds.", zh = "只列出该类记录；不填则列出全部。")
        @Example("COMPLAINT")
        Optional<TimelineKind> kind,

        @Describe(en = "Only entries of this day or later.", zh = "起始日期（含当日）。") @Example("2026-01-01")
        Optional<LocalDate> from,

        @Describe(en = "Only entries of this day or earlier.", zh = "截止日期（含当日）。") @Example("2026-12-31")
        Optional<LocalDate> to,

        PageRequest page) {
    static final String PERIOD = "period";

    TimelineQuery query(ZoneId zone) {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw ConnectorException.of(ErrorCode.INVALID_ARGUMENTS, PERIOD).at("to");
        }
        return new TimelineQuery(
                customerId,
                kind,
                from.map(day -> day.atStartOfDay(zone).toInstant()),
                // The last day there is has no next one, and nothing comes after it.
                to.filter(day -> day.isBefore(LocalDate.MAX))
                        .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()));
    }
}
