package io.switchboard.crm.internal;

import io.switchboard.connector.Describe;
import io.switchboard.connector.SchemaName;
import io.switchboard.crm.spi.Level;

/** How the company ranks a customer. */
@SchemaName("Level")
enum CustomerLevel {
    @Describe(en = "As everybody begins.", zh = "普通会员。")
    STANDARD,
    @Describe(en = "The first step up.", zh = "银卡会员。")
    SILVER,
    @Describe(en = "The second step up.", zh = "金卡会员。")
    GOLD,
    @Describe(en = "The highest.", zh = "白金会员。")
    PLATINUM;

    static CustomerLevel of(Level level) {
        return switch (level) {
            case STANDARD -> STANDARD;
            case SILVER -> SILVER;
            case GOLD -> GOLD;
            case PLATINUM -> PLATINUM;
        };
    }
}
