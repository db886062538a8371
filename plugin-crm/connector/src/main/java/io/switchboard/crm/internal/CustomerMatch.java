package io.switchboard.crm.internal;

import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Owner;
import io.switchboard.connector.SchemaName;
import io.switchboard.connector.Sensitive;
import io.switchboard.connector.Untrusted;
import io.switchboard.crm.spi.Customer;
import java.util.Optional;

/** What tells one found customer from another. */
@SchemaName("CustomerMatch")
record CustomerMatch(
        @Owner @Describe(en = "The customer's id in the CRM.", zh = "客户在 CRM 中的编号。") @Example("C-1001")
        String customerId,

        @Sensitive(DataClass.NAME) @Untrusted @Describe(en = "The full name.", zh = "姓名。") @Example("李明轩")
        String name,

        @Describe(en = "How the company ranks the customer.", zh = "客户等级。") @Example("GOLD")
        CustomerLevel level,

        @Sensitive(DataClass.PHONE) @Describe(en = "The telephone number.", zh = "电话号码。") @Example("13800001001")
        Optional<String> phone,

        @Sensitive(DataClass.EMAIL)
        @Describe(en = "The e-mail address.", zh = "电子邮箱。")
        @Example("li.mingxuan@example.com")
        Optional<String> email) {

    static CustomerMatch of(Customer customer) {
        return new CustomerMatch(
                customer.id(), customer.name(), CustomerLevel.of(customer.level()), customer.phone(), customer.email());
    }
}
