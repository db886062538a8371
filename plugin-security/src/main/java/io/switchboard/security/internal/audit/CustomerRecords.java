package io.switchboard.security.internal.audit;

import io.switchboard.connector.CustomerId;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.PageRequest;
import io.switchboard.core.audit.AuditFilter;
import io.switchboard.core.audit.AuditFilter.Field;
import java.time.Instant;
import java.util.Optional;

/** Which records about a customer are wanted. The question is recorded under the customer's own key, as the customer's id is. */
record CustomerRecords(
        @CustomerId @Describe(en = "The customer.", zh = "客户编号。") @Example("C-1001")
        String customerId,

        @Describe(
                en = "When the calls began, at the earliest; absent: a day before the end.",
                zh = "调用开始的最早时间；不填则为截止时间前一天。")
        @Example("2026-01-30T08:00:00Z")
        Optional<Instant> from,

        @Describe(en = "Before when the calls began; absent: now.", zh = "调用开始时间的上限（不含）；不填则为当前时间。")
        @Example("2026-01-31T08:00:00Z")
        Optional<Instant> to,

        PageRequest page) {

    AuditFilter filter(Instant now) {
        return Period.filter(from, to, now).where(Field.CUSTOMER, Optional.of(customerId));
    }
}
