package io.switchboard.crm.internal;

import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Money;
import io.switchboard.connector.Owner;
import io.switchboard.connector.SchemaName;
import io.switchboard.connector.Sensitive;
import io.switchboard.connector.Untrusted;
import io.switchboard.crm.spi.Customer;
import java.time.LocalDate;
import java.util.List;

/** All that a caller is told of a customer. */
@SchemaName("Customer")
record CustomerView(
        @Owner @Describe(en = "The customer's id in the CRM.", zh = "客户在 CRM 中的编号。") @Example("C-1001")
        String customerId,

        @Sensitive(DataClass.NAME) @Untrusted @Describe(en = "The full name.", zh = "姓名。") @Example("李明轩")
        String name,

        @Describe(en = "How the company ranks the customer.", zh = "客户等级。") @Example("GOLD")
        CustomerLevel level,

        @Sensitive(DataClass.AMOUNT)
        @Describe(en = "All that the customer has paid so far, less what was paid back.", zh = "历史累计消费金额，已扣除退款。")
        @Example("{\"amount\":\"28640.50\",\"currency\":\"CNY\"}")
        Money lifetimeSpend,

        @Untrusted @Describe(en = "The labels the customer bears.", zh = "客户标签。") @Example("[\"老客户\",\"数码爱好者\"]")
        List<String> tags,

        @Describe(en = "How the customer likes to be served.", zh = "客户的服务偏好。")
        List<KnownTrait> preferences,

        @Describe(en = "What the customer is looking for now.", zh = "客户当前的需求。")
        List<KnownTrait> needs,

        @Describe(en = "Where the customer can be reached.", zh = "联系方式。")
        ContactData contact,

        @Describe(en = "The language to serve the customer in, as a BCP 47 tag.", zh = "服务语言，BCP 47 标签。")
        @Example("zh-CN")
        String language,

        @Describe(en = "The day on which they became a customer.", zh = "成为客户的日期。") @Example("2019-05-18")
        LocalDate since) {

    static CustomerView of(Customer customer) {
        return new CustomerView(
                customer.id(),
                customer.name(),
                CustomerLevel.of(customer.level()),
                customer.lifetimeSpend(),
                customer.tags(),
                KnownTrait.of(customer.preferences()),
                KnownTrait.of(customer.needs()),
                new ContactData(customer.phone(), customer.email(), customer.address()),
                customer.language(),
                customer.since());
    }
}
