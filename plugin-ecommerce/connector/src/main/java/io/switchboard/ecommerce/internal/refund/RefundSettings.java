package io.switchboard.ecommerce.internal.refund;

import java.time.Duration;

/**
 * How refunds are dealt with. Immutable.
 *
 * @param changedMind for how long after the arrival goods may be sent back because they are not wanted
 * @param feePercent what is then kept of the price, 0 to 99 hundredths
 * @param fault for how long after the arrival it may be said that something is wrong with them
 * @param warranty for how long after the arrival goods that do not work may be sent back for repair
 * @param lost after which time on the way goods count as never arrived
 * @param quote for how long an offer holds
 * @param patience for how long a step is tried before it is taken back or handed to a person
 * @param settle how long after a step whose outcome is unknown a probe that finds nothing is believed
 */
public record RefundSettings(
        Duration changedMind,
        int feePercent,
        Duration fault,
        Duration warranty,
        Duration lost,
        Duration quote,
        Duration patience,
        Duration settle) {
    private static final int MOST_PERCENT = 99;

    /** The settings in {@code etc/io.switchboard.ecommerce.cfg} that are about refunds. */
    @interface Config {
        /** Days after the arrival. */
        int refund_changedMind_days() default 7;

        /** Hundredths of the price. */
        int refund_changedMind_fee_percent() default 10;

        /** Days after the arrival. */
        int refund_fault_days() default 30;

        /** Days after the arrival. */
        int return_warranty_days() default 730;

        /** Days after the dispatch. */
        int refund_lost_days() default 14;

        /** Minutes. */
        int refund_quote_minutes() default 15;

        /** Minutes. */
        int refund_patience_minutes() default 30;

        /** Seconds. */
        int refund_settle_seconds() default 10;
    }

    /** As configured; what is out of bounds is brought to the nearer end. */
    static RefundSettings of(Config config) {
        return new RefundSettings(
                Duration.ofDays(Math.max(0, config.refund_changedMind_days())),
                Math.min(MOST_PERCENT, Math.max(0, config.refund_changedMind_fee_percent())),
                Duration.ofDays(Math.max(0, config.refund_fault_days())),
                Duration.ofDays(Math.max(0, config.return_warranty_days())),
                Duration.ofDays(Math.max(1, config.refund_lost_days())),
                Duration.ofMinutes(Math.max(1, config.refund_quote_minutes())),
                Duration.ofMinutes(Math.max(1, config.refund_patience_minutes())),
                Duration.ofSeconds(Math.max(0, config.refund_settle_seconds())));
    }
}
