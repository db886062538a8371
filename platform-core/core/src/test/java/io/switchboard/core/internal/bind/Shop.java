package io.switchboard.core.internal.bind;

import static io.switchboard.connector.Audience.CUSTOMER;
import static io.switchboard.connector.Audience.PUBLIC;
import static io.switchboard.connector.Audience.STAFF;
import static io.switchboard.connector.Effect.READ;
import static io.switchboard.connector.Effect.WRITE;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.CustomerId;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Length;
import io.switchboard.connector.Matches;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.Sensitive;
import io.switchboard.connector.Untrusted;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connector whose records misbehave on demand. */
@ConnectorType(id = "shop", version = 1, title = "Shop", zh = "商店")
@Describe(en = "For the tests of the binder.", zh = "用于测试。")
public final class Shop implements Connector {
    record Order(Optional<Integer> count, Optional<Long> number, Optional<BigDecimal> price) {}

    record Search(
            Optional<String> code,
            @Untrusted Optional<String> note,
            @Untrusted Map<String, String> notes) {}

    record Coded(
            @Matches("(a|b)*") @Length(max = 9000) String code,
            @Matches("(a+)+c") String slow) {}

    record Fussy(String how) {
        Fussy {
            switch (how) {
                case "declared" -> throw ConnectorException.of(ErrorCode.CONFLICT, "closed");
                case "date" -> throw new DateTimeException("no such day");
                case "argument" -> throw new IllegalArgumentException("no");
                case "broken" -> throw new IllegalStateException("with a secret");
                case "error" -> throw new NoClassDefFoundError("com/example/Missing");
                default -> {}
            }
        }
    }

    record Whose(@CustomerId String customerId, String item) {}

    record Listing(PageRequest page) {}

    record Row(String name) {}

    record Login(
            @Sensitive(DataClass.CREDENTIAL) String password,
            @Untrusted String note) {}

    record Prices(BigDecimal price, String name, List<String> tags) {}

    record Choice(String what) {}

    private static Row row(Object input) {
        return new Row(input.toString());
    }

    @Operation(id = "order", effect = READ, audience = PUBLIC, scope = "shop.read")
    @Describe(en = "Numbers.", zh = "数。")
    Row order(Order input) {
        return row(input);
    }

    @Operation(id = "search", effect = READ, audience = PUBLIC, scope = "shop.read")
    @Describe(en = "Texts.", zh = "文本。")
    Row search(Search input) {
        return row(input);
    }

    @Operation(id = "coded", effect = READ, audience = PUBLIC, scope = "shop.read")
    @Describe(en = "Patterns.", zh = "格式。")
    Row coded(Coded input) {
        return row(input);
    }

    @Operation(id = "fussy", effect = READ, audience = PUBLIC, scope = "shop.read")
    @Describe(en = "Throws.", zh = "异常。")
    Row fussy(Fussy input) {
        return row(input);
    }

    @Operation(id = "item", http = "GET /items/{item}", effect = READ, audience = CUSTOMER, scope = "shop.mine")
    @Describe(en = "Keys.", zh = "键。")
    Row item(Whose input) {
        return row(input);
    }

    @Operation(id = "rows", effect = READ, audience = STAFF, scope = "shop.staff")
    @Describe(en = "Gives one row more than asked for, or a long cursor.", zh = "分页。")
    Page<Row> rows(Listing input) {
        int limit = input.page().limit();
        return limit == 200
                ? Page.of(List.of(), Optional.of("x".repeat(501)))
                : Page.last(java.util.Collections.nCopies(limit + (limit == 7 ? 1 : 0), new Row("r")));
    }

    @Operation(id = "login", effect = WRITE, audience = STAFF, scope = "shop.staff")
    @Describe(en = "Credentials.", zh = "凭证。")
    Login login(Login input) {
        return input;
    }

    @Operation(id = "prices", effect = READ, audience = STAFF, scope = "shop.staff")
    @Describe(en = "Results that nobody can write.", zh = "结果。")
    Prices prices(Choice input) {
        return switch (input.what()) {
            case "huge" -> new Prices(new BigDecimal("1E+50000000"), "", List.of());
            case "long" -> new Prices(new BigDecimal("9".repeat(61)), "", List.of());
            case "polluted" -> new Prices(BigDecimal.ONE, "", polluted());
            case "half" -> new Prices(BigDecimal.ONE, "cut \uD83D", List.of());
            default -> new Prices(new BigDecimal("12.50"), "", List.of());
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // It misbehaves on purpose.
    private static List<String> polluted() {
        List numbers = new ArrayList();
        numbers.add(1);
        return numbers;
    }
}
