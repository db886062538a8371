package io.switchboard.security.internal.audit;

import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Length;
import io.switchboard.connector.Sensitive;

/** Who is to be erased. Sensitive and not the call's customer, or the erasure's own record would name whom it erased. */
record EraseCustomer(
        @Length(min = 1, max = 100)
        @Sensitive(DataClass.NAME)
        @Describe(en = "The customer.", zh = "客户编号。")
        @Example("C-1001")
        String customerId) {}
