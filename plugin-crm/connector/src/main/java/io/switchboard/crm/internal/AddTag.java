package io.switchboard.crm.internal;

import io.switchboard.connector.CustomerId;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Length;
import io.switchboard.connector.Matches;
import io.switchboard.connector.Untrusted;

/** A label that fits a customer. */
record AddTag(
        @CustomerId
        @Length(min = 1, max = 100)
        @Describe(en = "The customer's id in the CRM.", zh = "客户在 CRM 中的编号。")
        @Example("C-1001")
        String customerId,

        @Length(min = 1, max = 40)
        @Matches("\\S(.*\\S)?")
        @Untrusted
        @Describe(en = "The label, in one or a few words.", zh = "标签，一个或几个词。")
        @Example("数码爱好者")
        String tag,

        @Describe(en = "Who says so, and how sure it is.", zh = "来源与可信度。")
        Evidence evidence) {}
