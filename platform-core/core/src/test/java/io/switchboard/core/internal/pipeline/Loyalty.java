package io.switchboard.core.internal.pipeline;

import static io.switchboard.connector.Audience.CUSTOMER;
import static io.switchboard.connector.Audience.PUBLIC;
import static io.switchboard.connector.Audience.STAFF;
import static io.switchboard.connector.DataClass.FREE_TEXT;
import static io.switchboard.connector.DataClass.PHONE;
import static io.switchboard.connector.Effect.DESTRUCTIVE;
import static io.switchboard.connector.Effect.READ;
import static io.switchboard.connector.Effect.WRITE;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.CustomerId;
import io.switchboard.connector.Describe;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Example;
import io.switchboard.connector.Fails;
import io.switchboard.connector.Length;
import io.switchboard.connector.Matches;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Owner;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.Probe;
import io.switchboard.connector.ProbeResult;
import io.switchboard.connector.Range;
import io.switchboard.connector.Repeat;
import io.switchboard.connector.Sensitive;
import io.switchboard.connector.Untrusted;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A connector as a partner writes one, with the misbehaviour that tests ask for. */
@ConnectorType(id = "loyalty", version = 1, title = "Loyalty points", zh = "会员积分")
@Describe(en = "What members have earned.", zh = "会员的积分。")
public final class Loyalty implements Connector {
    final Map<String, Integer> spent = new ConcurrentHashMap<>();
    final AtomicInteger runs = new AtomicInteger();
    final CountDownLatch hanging = new CountDownLatch(1);
    volatile boolean interrupted;
    volatile boolean ignoreInterrupts;

    enum Tier {
        @Describe(en = "For everybody.", zh = "普通会员。")
        BASIC,
        GOLD
    }

    record Find(@CustomerId @Example("C-1") String customerId) {}

    record Balance(
            @Owner String customerId,
            @Sensitive(PHONE) String phone,
            @Untrusted String note,
            int points,
            long number,
            Optional<Tier> tier) {}

    record Spend(
            @CustomerId String customerId,
            @Range(min = 1, max = 1000) int points,
            @Length(max = 20) Optional<String> what) {}

    record Receipt(@Owner String customerId, int points, String correlationId) {}

    record Search(PageRequest page, Optional<Tier> tier) {}

    record Row(String name) {}

    record How(String how) {}

    record Told(
            @CustomerId String customerId,
            @Sensitive(PHONE) @Matches("[0-9]{11}") Optional<String> phone,
            @Sensitive(FREE_TEXT) Optional<String> text,
            @Untrusted Optional<String> remark) {}

    record Heard(String phone, String text) {}

    @Operation(
            id = "balance.get",
            http = "GET /customers/{customerId}/balance",
            effect = READ,
            audience = CUSTOMER,
            scope = "loyalty.read")
    @Describe(en = "The points that the customer can spend today.", zh = "客户当前可用积分。")
    @Fails(code = ErrorCode.CONFLICT, reason = "expired", en = "The membership has expired.", zh = "会员已过期。")
    Balance balance(Find find) {
        return switch (find.customerId()) {
            case "C-404" -> throw ConnectorException.of(ErrorCode.CUSTOMER_NOT_FOUND);
            case "C-OLD" -> throw ConnectorException.of(ErrorCode.CONFLICT, "expired");
            case "C-UNDECLARED" -> throw ConnectorException.of(ErrorCode.CONFLICT, "unheard-of");
            case "C-OTHERS" -> new Balance("C-2", "13800001002", "", 1, 1, Optional.empty());
            default ->
                new Balance(
                        find.customerId(),
                        "13800001001",
                        "a\u202eb",
                        42,
                        9_007_199_254_740_993L,
                        Optional.of(Tier.GOLD));
        };
    }

    @Operation(id = "contact.tell", effect = READ, audience = CUSTOMER, scope = "loyalty.read")
    @Describe(en = "Gives back what it was told, where nobody hides it.", zh = "返回收到的内容。")
    Heard tell(Told told) {
        return new Heard(told.phone().orElse(""), told.text().orElse(""));
    }

    @Operation(id = "points.spend", effect = WRITE, audience = CUSTOMER, scope = "loyalty.write")
    @Describe(en = "Spends points.", zh = "使用积分。")
    @Fails(code = ErrorCode.LIMIT_EXCEEDED, reason = "too-few")
    Receipt spend(Spend spend, CallContext context) {
        runs.incrementAndGet();
        if (spend.points() == 999) {
            throw ConnectorException.of(ErrorCode.LIMIT_EXCEEDED, "too-few").at("points", "customerId");
        }
        if (spend.points() == 503) {
            throw ConnectorException.of(ErrorCode.BACKEND_UNREACHABLE);
        }
        spent.put(context.correlationId(), spend.points());
        if (spend.points() == 501) {
            throw ConnectorException.of(ErrorCode.BACKEND_FAILED);
        }
        if (spend.points() == 504) {
            hangUntilInterrupted();
            throw ConnectorException.of(ErrorCode.BACKEND_UNREACHABLE);
        }
        if (spend.points() == 500) {
            throw new IllegalStateException("lost after the commit");
        }
        return new Receipt(spend.customerId(), spend.points(), context.correlationId());
    }

    @Probe("points.spend")
    ProbeResult<Receipt> wasSpent(Spend spend, CallContext context) {
        return ProbeResult.of(Optional.ofNullable(spent.get(context.correlationId()))
                .map(points -> new Receipt(spend.customerId(), points, context.correlationId())));
    }

    @Operation(id = "points.expire", effect = DESTRUCTIVE, audience = STAFF, scope = "loyalty.staff")
    @Describe(en = "Takes all points away.", zh = "清空积分。")
    void expire() {
        runs.incrementAndGet();
    }

    @Operation(id = "tier.set", effect = WRITE, audience = STAFF, scope = "loyalty.staff", repeat = Repeat.SAME)
    @Describe(en = "Sets a tier.", zh = "设置等级。")
    void tier(How how) {
        runs.incrementAndGet();
    }

    @Operation(id = "member.list", effect = READ, audience = STAFF, scope = "loyalty.staff")
    @Describe(en = "Lists members.", zh = "列出会员。")
    Page<Row> members(Search search) {
        int from = search.page().cursor().map(Integer::parseInt).orElse(0);
        int to = from + search.page().limit();
        return Page.of(
                        IntStream.range(from, to)
                                .mapToObj(i -> new Row("m" + i))
                                .toList(),
                        Optional.of(Integer.toString(to)))
                .withTotal(1000);
    }

    @Operation(id = "misbehave", effect = READ, audience = PUBLIC, scope = "loyalty.read", deadline = "PT0.2S")
    @Describe(en = "Does what a connector should not.", zh = "异常行为。")
    @SuppressWarnings("NullAway") // It misbehaves on purpose.
    Row misbehave(How how) throws InterruptedException {
        return switch (how.how()) {
            case "null" -> null;
            case "illegal" -> new Row(null);
            case "throw" -> throw new IllegalStateException("with a secret in the message");
            case "error" -> throw new NoClassDefFoundError("com/example/Missing");
            case "hang" -> hang();
            default -> new Row(how.how());
        };
    }

    private void hangUntilInterrupted() {
        try {
            hanging.await();
        } catch (InterruptedException e) {
            interrupted = true;
        }
    }

    private Row hang() throws InterruptedException {
        try {
            hanging.await();
            return new Row("released");
        } catch (InterruptedException e) {
            interrupted = true;
            if (ignoreInterrupts) {
                return hang();
            }
            throw e;
        }
    }
}
