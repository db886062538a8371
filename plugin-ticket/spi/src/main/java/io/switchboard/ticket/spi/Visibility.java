package io.switchboard.ticket.spi;

import io.switchboard.connector.Describe;
import io.switchboard.connector.SchemaName;

/** Who may read a comment. */
@SchemaName("Visibility")
public enum Visibility {
    /** Employees alone. */
    @Describe(en = "Employees alone.", zh = "仅内部员工可见。")
    INTERNAL,
    /** The customer too. */
    @Describe(en = "The customer too.", zh = "客户也可见。")
    CUSTOMER
}
