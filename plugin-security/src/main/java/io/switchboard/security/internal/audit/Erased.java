package io.switchboard.security.internal.audit;

import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.SchemaName;

/** What an erasure did. */
@SchemaName("AuditErasure")
record Erased(
        @Describe(
                en =
                        "How many keys were erased; 0: no record that is kept named the customer. A customer has one for each month or so.",
                zh = "抹除的密钥数；0 表示保留的记录中没有该客户。每位客户大约每月一个密钥。")
        @Example("2")
        int keys) {}
