package io.switchboard.crm.internal;

import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Owner;
import io.switchboard.connector.SchemaName;
import io.switchboard.connector.Sensitive;
import io.switchboard.connector.Untrusted;
import io.switchboard.crm.spi.Observation;
import io.switchboard.crm.spi.Recorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** An observation as it was written down. */
@SchemaName("Observation")
record ObservationView(
        @Describe(en = "The observation's id, with the system it is of.", zh = "记录编号，含来源系统。") @Example("embedded~7")
        String observationId,

        @Owner @Describe(en = "The customer's id in the CRM.", zh = "客户在 CRM 中的编号。") @Example("C-1001")
        String customerId,

        @Describe(en = "Whether it is a tag, a preference or a need.", zh = "标签、偏好或需求。") @Example("PREFERENCE")
        ObservedKind kind,

        @Untrusted @Describe(en = "Which one.", zh = "具体哪一项。") @Example("contact-time")
        String name,

        @Untrusted
        @Sensitive(DataClass.FREE_TEXT)
        @Describe(en = "What holds; absent for a tag, and where something holds no longer.", zh = "内容；标签及撤销的记录没有此项。")
        @Example("晚上七点以后")
        Optional<String> value,

        @Describe(en = "Who observed it.", zh = "由谁观察到。") @Example("CONVERSATION")
        EvidenceSource source,

        @Describe(en = "The conversation, employee or system, where it is known.", zh = "会话、员工或系统的编号（如已知）。")
        @Example("conv-20260301-7")
        Optional<String> sourceId,

        @Describe(en = "How sure it is, from 0 to 1.", zh = "可信度，0 到 1。") @Example("0.9")
        BigDecimal confidence,

        @Describe(en = "When it was observed.", zh = "观察到的时间。") @Example("2026-03-01T12:00:00Z")
        Instant observedAt,

        @Describe(
                en =
                        "Whether the customer record changed. False where something surer stands against a guess, or where there was"
                                + " nothing to take away; the observation is kept all the same.",
                zh = "客户资料是否因此改变。若与更可信的内容相左的猜测，或没有可撤销的内容，则为否；记录仍会保留。")
        @Example("true")
        boolean applied) {

    static ObservationView of(String instance, Recorded recorded) {
        Observation observation = recorded.observation();
        return new ObservationView(
                instance + "~" + recorded.id(),
                observation.customerId(),
                ObservedKind.of(observation.topic().kind()),
                observation.topic().name(),
                observation.value().filter(value -> !value.isEmpty()),
                EvidenceSource.of(observation.source().kind()),
                observation.source().id(),
                observation.confidence(),
                observation.at(),
                recorded.applied());
    }
}
