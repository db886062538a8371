package io.switchboard.crm.internal;

import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.SchemaName;
import io.switchboard.connector.Sensitive;
import io.switchboard.connector.Untrusted;
import io.switchboard.crm.spi.Trait;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A preference or a need of a customer. */
@SchemaName("Trait")
record KnownTrait(
        @Describe(en = "Which preference or need it is.", zh = "偏好或需求的名称。") @Example("contact-time")
        String name,

        @Untrusted
        @Sensitive(DataClass.FREE_TEXT)
        @Describe(en = "What the customer wants, as somebody put it.", zh = "客户的意愿，以记录者的表述为准。")
        @Example("晚上七点以后")
        String value,

        @Describe(en = "How sure that is, from 0 (a guess) to 1 (certain).", zh = "可信度，0 为猜测，1 为确定。") @Example("0.9")
        BigDecimal confidence,

        @Describe(en = "When it was observed last.", zh = "最近一次观察到的时间。") @Example("2026-03-01T12:00:00Z")
        Instant observedAt) {

    static List<KnownTrait> of(List<Trait> traits) {
        List<KnownTrait> known = new ArrayList<>(traits.size());
        for (Trait trait : traits) {
            known.add(new KnownTrait(trait.name(), trait.value(), trait.confidence(), trait.observedAt()));
        }
        return known;
    }
}
