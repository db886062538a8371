package io.switchboard.core.internal.reader;

import static io.switchboard.connector.Audience.CUSTOMER;
import static io.switchboard.connector.Audience.PUBLIC;
import static io.switchboard.connector.Audience.STAFF;
import static io.switchboard.connector.Effect.READ;
import static io.switchboard.connector.Effect.WRITE;

import io.switchboard.connector.Approval;
import io.switchboard.connector.CallContext;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.CustomerId;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Example;
import io.switchboard.connector.Fails;
import io.switchboard.connector.Matches;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.Probe;
import io.switchboard.connector.ProbeResult;
import io.switchboard.connector.Range;
import io.switchboard.connector.Repeat;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Sensitive;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What was once read without a word, or with the wrong one. */
@ConnectorType(id = "more", version = 1, title = "More", zh = "更多")
@Describe(en = "Wrong in other ways.", zh = "其他错误。")
@SuppressWarnings({"rawtypes", "NullAway"}) // It is wrong on purpose.
final class MoreMistakes extends Inherited implements Connector, Offering {
    record Clash(String cursor, PageRequest page) {}

    record Pages(Optional<PageRequest> one, List<PageRequest> many) {}

    record Marked(@Example("5") @Sensitive(DataClass.NAME) PageRequest page) {}

    enum None {}

    record Odd(
            None none,
            @Range(min = 5_000_000_000L) int beyond,
            @Matches("a++") String pattern,
            UUID id,
            BigInteger number,
            Short small,
            Secret secret,
            Set<String> names,
            List<Optional<String>> nested,
            Box<String> box) {}

    record Box<T>(T content) {}

    record Whose(@CustomerId @Sensitive(DataClass.NAME) String customerId) {}

    record Key(String a) {}

    record Row(String name) {}

    @Operation(id = "clash", effect = READ, audience = PUBLIC, scope = "more.read", since = "banana")
    @Describe(en = "d", zh = "d")
    Page<Row> clash(Clash input) {
        return null;
    }

    @Operation(id = "pages", effect = READ, audience = PUBLIC, scope = "more.read", approval = Approval.CUSTOMER)
    @Describe(en = "d", zh = "d")
    Row pages(Pages input) {
        return null;
    }

    @Operation(id = "marked", effect = READ, audience = PUBLIC, scope = "more.read", repeat = Repeat.SAME)
    @Describe(en = "d", zh = "d")
    Page marked(Marked input) {
        return null;
    }

    @Operation(id = "odd", effect = READ, audience = PUBLIC, scope = "more.read")
    @Describe(en = "d", zh = "d")
    @Fails(code = ErrorCode.CONFLICT, reason = "x", en = "Wait {n} days.", zh = "请等待。")
    Box<String> odd(Odd input) {
        return null;
    }

    @Operation(id = "whose", effect = READ, audience = CUSTOMER, scope = "more.mine")
    @Describe(en = "d", zh = "d")
    Whose whose(Whose input) {
        return input;
    }

    @Operation(id = "one", http = "GET /{a}/b", effect = READ, audience = PUBLIC, scope = "more.read")
    @Describe(en = "d", zh = "d")
    Row one(Key input) {
        return null;
    }

    @Operation(id = "two", http = "GET /x/{a}", effect = READ, audience = PUBLIC, scope = "more.read")
    @Describe(en = "d", zh = "d")
    Row two(Key input) {
        return null;
    }

    @Operation(id = "three", effect = WRITE, audience = STAFF, scope = "more.write")
    @Describe(en = "d", zh = "d")
    Row three(Key input, CallContext context) {
        return null;
    }

    @Probe("three")
    static ProbeResult<Row> wasThree(CallContext context, Key input) {
        return null;
    }

    @Override
    @Operation(id = "inherited", effect = READ, audience = PUBLIC, scope = "more.read")
    @Describe(en = "d", zh = "d")
    Row inherited(Key input) {
        return null;
    }
}

/** Its operation is overridden, with its annotation; that is no mistake. */
class Inherited {
    @Operation(id = "inherited", effect = READ, audience = PUBLIC, scope = "more.read")
    @Describe(en = "d", zh = "d")
    MoreMistakes.Row inherited(MoreMistakes.Key input) {
        return new MoreMistakes.Row(input.a());
    }
}

/** Offers what nobody would ever see. */
interface Offering {
    @Operation(id = "offered", effect = READ, audience = PUBLIC, scope = "more.read")
    @Describe(en = "d", zh = "d")
    default MoreMistakes.Row offered() {
        return new MoreMistakes.Row("");
    }
}
