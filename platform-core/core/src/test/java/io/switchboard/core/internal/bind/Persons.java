package io.switchboard.core.internal.bind;

import static io.switchboard.connector.Audience.STAFF;
import static io.switchboard.connector.Effect.READ;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Money;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Sensitive;
import io.switchboard.connector.Untrusted;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connector whose result has personal data in every type that matters to masking. */
@ConnectorType(id = "persons", version = 1, title = "Persons", zh = "人员")
@Describe(en = "For the tests of masking.", zh = "用于测试。")
public final class Persons implements Connector {
    static final Person LI = new Person(
            "13800001001",
            Optional.of("李雷"),
            List.of("13800001002"),
            LocalDate.of(1990, 1, 31),
            Money.of("12.50", "CNY"),
            "打13800001003",
            List.of("打13800001004"),
            Map.of("打13800001005", "打13800001006"),
            "plain 13800001007");

    record Person(
            @Sensitive(DataClass.PHONE) String phone,
            @Sensitive(DataClass.NAME) Optional<String> name,
            @Sensitive(DataClass.PHONE) List<String> phones,
            @Sensitive(DataClass.BIRTH_DATE) LocalDate born,
            @Sensitive(DataClass.AMOUNT) Money spent,
            @Sensitive(DataClass.FREE_TEXT) String text,
            @Untrusted List<String> tags,
            @Untrusted Map<String, String> more,
            String unmarked) {}

    @Operation(id = "person.get", effect = READ, audience = STAFF, scope = "persons.read")
    @Describe(en = "One person.", zh = "查询。")
    Person get() {
        return LI;
    }
}
