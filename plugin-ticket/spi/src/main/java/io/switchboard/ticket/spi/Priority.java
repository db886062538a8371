package io.switchboard.ticket.spi;

import io.switchboard.connector.Describe;
import io.switchboard.connector.SchemaName;

/** How pressing a ticket is, from the least to the most. */
@SchemaName("Priority")
public enum Priority {
    /** Can wait. */
    @Describe(en = "Can wait.", zh = "不急。")
    LOW,
    /** As most are. */
    @Describe(en = "As most are.", zh = "一般。")
    NORMAL,
    /** Before the others. */
    @Describe(en = "Before the others.", zh = "优先处理。")
    HIGH,
    /** At once. */
    @Describe(en = "At once.", zh = "立即处理。")
    URGENT;

    /** The more pressing of the two. */
    public Priority atLeast(Priority other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
