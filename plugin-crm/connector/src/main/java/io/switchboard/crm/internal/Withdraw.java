package io.switchboard.crm.internal;

import io.switchboard.connector.CustomerId;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Length;
import io.switchboard.connector.Matches;
import io.switchboard.connector.Untrusted;

/** What holds of a customer no longer. */
record Withdraw(
        @CustomerId
        @Length(min = 1, max = 100)
        @Describe(en = "The customer's id in the CRM.", zh = "客户在 CRM 中的编号。")
        @Example("C-1001")
        String customerId,

        @Describe(en = "Whether it is a tag, a preference or a need.", zh = "标签、偏好或需求。") @Example("NEED")
        ObservedKind kind,

        @Length(min = 1, max = 40)
        @Matches("\\S(.*\\S)?")
        @Untrusted
        @Describe(
                en =
                        "Which one: the tag itself, the name of the preference or the topic of the need, as customer.get shows it.",
                zh = "具体哪一项：标签本身、偏好名称或需求主题，以 customer.get 返回的为准。")
        @Example("phone")
        String name,

        @Describe(en = "Who says so, and how sure it is.", zh = "来源与可信度。")
        Evidence evidence) {}
