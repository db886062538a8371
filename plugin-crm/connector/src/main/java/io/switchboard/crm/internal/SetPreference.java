package io.switchboard.crm.internal;

import io.switchboard.connector.CustomerId;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Length;
import io.switchboard.connector.Matches;
import io.switchboard.connector.Sensitive;
import io.switchboard.connector.Untrusted;

/** A preference that a customer showed. */
record SetPreference(
        @CustomerId
        @Length(min = 1, max = 100)
        @Describe(en = "The customer's id in the CRM.", zh = "客户在 CRM 中的编号。")
        @Example("C-1001")
        String customerId,

        @Length(min = 1, max = 40)
        @Matches("[a-z][a-z0-9-]*")
        @Describe(
                en =
                        "Which preference: contact-time, contact-channel, delivery, language, or another short English name.",
                zh = "偏好名称：contact-time（联系时间）、contact-channel（联系渠道）、delivery（送货）、language（语言）或其他简短的英文名称。")
        @Example("contact-time")
        String name,

        @Length(min = 1, max = 500)
        @Untrusted
        @Sensitive(DataClass.FREE_TEXT)
        @Describe(en = "What the customer prefers, in the customer's language.", zh = "客户的偏好，用客户的语言表述。")
        @Example("晚上七点以后")
        String value,

        @Describe(en = "Who says so, and how sure it is.", zh = "来源与可信度。")
        Evidence evidence) {}
