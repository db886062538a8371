package io.switchboard.crm.internal;

import io.switchboard.connector.CustomerId;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Length;

/** Names one customer. */
record CustomerKey(
        @CustomerId
        @Length(min = 1, max = 100)
        @Describe(en = "The customer's id in the CRM.", zh = "客户在 CRM 中的编号。")
        @Example("C-1001")
        String customerId) {}
