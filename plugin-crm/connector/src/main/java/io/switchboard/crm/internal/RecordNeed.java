package io.switchboard.crm.internal;

import io.switchboard.connector.CustomerId;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Length;
import io.switchboard.connector.Matches;
import io.switchboard.connector.Sensitive;
import io.switchboard.connector.Untrusted;

/** What a customer is looking for now. */
record RecordNeed(
        @CustomerId
        @Length(min = 1, max = 100)
        @Describe(en = "The customer's id in the CRM.", zh = "客户在 CRM 中的编号。")
        @Example("C-1001")
        String customerId,

        @Length(min = 1, max = 40)
        @Matches("[a-z][a-z0-9-]*")
        @Describe(
                en =
                        "What the need is about, as a short English name such as phone or child-seat; a new need of the same topic takes"
                                + " the place of the old one.",
                zh = "需求的主题，用简短的英文名称，如 phone、child-seat；同一主题的新需求取代旧需求。")
        @Example("phone")
        String topic,

        @Length(min = 1, max = 500)
        @Untrusted
        @Sensitive(DataClass.FREE_TEXT)
        @Describe(en = "What the customer needs now, in the customer's language.", zh = "客户当前的需求，用客户的语言表述。")
        @Example("想把旧手机以旧换新，预算五千元左右")
        String need,

        @Describe(en = "Who says so, and how sure it is.", zh = "来源与可信度。")
        Evidence evidence) {}
