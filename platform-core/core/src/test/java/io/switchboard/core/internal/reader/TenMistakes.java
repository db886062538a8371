package io.switchboard.core.internal.reader;

import static io.switchboard.connector.Audience.CUSTOMER;
import static io.switchboard.connector.Audience.PUBLIC;
import static io.switchboard.connector.Audience.STAFF;
import static io.switchboard.connector.Effect.DESTRUCTIVE;
import static io.switchboard.connector.Effect.READ;
import static io.switchboard.connector.Effect.WRITE;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.CustomerId;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Example;
import io.switchboard.connector.Fails;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Page;
import io.switchboard.connector.Range;
import io.switchboard.connector.Sensitive;
import java.util.List;
import java.util.Map;

/** Written as badly as a connector can be and still compile. */
@ConnectorType(id = "bad", version = 1, title = "Bad", zh = "坏")
@Describe(en = "Wrong in ten ways.", zh = "十处错误。")
public final class TenMistakes implements Connector {
    record NoCustomer(String name) {}

    record Row(String name) {}

    record Prices(double price) {}

    record Nested(Row row) {}

    record Phone(
            @CustomerId String customerId,
            @Sensitive(DataClass.PHONE) String phone) {}

    record Aged(@Range(min = 1, max = 9) @Example("10") int age, Map<Integer, String> names) {}

    @Operation(id = "one", effect = READ, audience = CUSTOMER, scope = "bad.read")
    @Describe(en = "No customer.", zh = "没有客户。")
    Row one(NoCustomer input) {
        return new Row(input.name());
    }

    @Operation(id = "two", effect = READ, audience = PUBLIC, scope = "bad.read")
    @Describe(en = "A double.", zh = "双精度。")
    Prices two() {
        return new Prices(1.0);
    }

    @Operation(id = "three", http = "GET /three", effect = READ, audience = STAFF, scope = "bad.staff")
    @Describe(en = "Nested on GET.", zh = "嵌套。")
    Row three(Nested input) {
        return input.row();
    }

    @Operation(id = "four", http = "GET /phones", effect = READ, audience = CUSTOMER, scope = "bad.read")
    @Describe(en = "Sensitive in a query.", zh = "查询中有敏感信息。")
    Row four(Phone input) {
        return new Row(input.phone());
    }

    @Operation(id = "five", http = "GET /five", effect = WRITE, audience = STAFF, scope = "bad.write")
    @Describe(en = "A write on GET.", zh = "用 GET 写。")
    void five() {}

    @Operation(id = "six", effect = READ, audience = STAFF, scope = "other.read")
    @Describe(en = "A foreign scope, and a page without a request.", zh = "外来的权限。")
    Page<Row> six(NoCustomer input) {
        return Page.last(List.of(new Row(input.name())));
    }

    @Operation(id = "Seven", effect = DESTRUCTIVE, audience = STAFF, scope = "bad.write")
    @Fails(code = ErrorCode.RATE_LIMITED)
    @Describe(en = "A bad id, and a code that is the hub's.", zh = "标识错误。")
    void seven() {}

    @Operation(id = "eight", effect = READ, audience = STAFF, scope = "bad.staff", deadline = "soon")
    Row eight(Aged input) {
        return new Row(input.names().toString());
    }

    @Operation(id = "two", effect = READ, audience = STAFF, scope = "bad.read")
    @Describe(en = "The same id again.", zh = "重复的标识。")
    String nine(String input) {
        return input;
    }
}
