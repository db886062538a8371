package io.switchboard.bench.jmh;

import static io.switchboard.connector.Audience.CUSTOMER;
import static io.switchboard.connector.Effect.READ;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.CustomerId;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Owner;
import io.switchboard.connector.Sensitive;
import io.switchboard.connector.Untrusted;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A connector that has its one customer in memory: the shape and the size of {@code customer.get}. */
@ConnectorType(id = "customers", version = 1, title = "Customers", zh = "客户")
@Describe(en = "Customers.", zh = "客户。")
public final class Customers implements Connector {
    static final String GET = "customers.v1.customer.get";
    static final String ID = "C-1001";

    record Key(
            @CustomerId @Describe(en = "Whom.", zh = "客户编号。") @Example(ID)
            String customerId) {}

    record Trait(
            @Describe(en = "Which.", zh = "名称。") @Example("contact-time")
            String name,

            @Untrusted @Describe(en = "Its value.", zh = "内容。") @Example("晚上七点以后")
            String value,

            @Describe(en = "How sure.", zh = "可信度。") @Example("0.9")
            BigDecimal confidence,

            @Describe(en = "When.", zh = "时间。") @Example("2026-03-01T12:00:00Z")
            Instant observedAt) {}

    record Contact(
            @Sensitive(DataClass.PHONE) @Describe(en = "By telephone.", zh = "电话。") @Example("13800001001")
            Optional<String> phone,

            @Sensitive(DataClass.EMAIL) @Describe(en = "By e-mail.", zh = "电子邮箱。") @Example("li@example.com")
            Optional<String> email) {}

    record Customer(
            @Owner @Describe(en = "Who.", zh = "客户编号。") @Example(ID)
            String customerId,

            @Untrusted @Describe(en = "The name.", zh = "姓名。") @Example("李明轩")
            String name,

            @Untrusted @Describe(en = "The labels.", zh = "标签。") @Example("[\"老客户\"]")
            List<String> tags,

            @Describe(en = "What is known.", zh = "已知信息。") List<Trait> traits,

            @Describe(en = "Where to be reached.", zh = "联系方式。")
            Contact contact,

            @Describe(en = "Since when.", zh = "起始日期。") @Example("2019-05-18")
            LocalDate since) {}

    private static final Customer CUSTOMER_1001 = new Customer(
            ID,
            "李明轩",
            List.of("老客户", "数码爱好者"),
            List.of(
                    trait("contact-time", "晚上七点以后"),
                    trait("contact-channel", "微信"),
                    trait("delivery", "送货上门，提前半小时电话联系"),
                    trait("phone", "想把旧手机以旧换新，预算五千元左右")),
            new Contact(Optional.of("13800001001"), Optional.of("li.mingxuan@example.com")),
            LocalDate.of(2019, 5, 18));

    private static Trait trait(String name, String value) {
        return new Trait(name, value, new BigDecimal("0.85"), Instant.parse("2026-08-24T09:14:58.758Z"));
    }

    @Operation(
            id = "customer.get",
            http = "GET /customers/{customerId}",
            effect = READ,
            audience = CUSTOMER,
            scope = "customers.read")
    @Describe(en = "One customer.", zh = "查询客户。")
    Customer get(Key key) {
        return CUSTOMER_1001;
    }
}
