package io.switchboard.connector.testkit;

import static io.switchboard.connector.Audience.CUSTOMER;
import static io.switchboard.connector.Audience.STAFF;
import static io.switchboard.connector.Effect.READ;
import static io.switchboard.connector.Effect.WRITE;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.CustomerId;
import io.switchboard.connector.DataClass;
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
import io.switchboard.connector.Sensitive;
import io.switchboard.connector.Untrusted;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connector as it should be, and ways to make it misbehave. */
@ConnectorType(id = "stamps", version = 1, title = "Stamp cards", zh = "集点卡")
@Describe(en = "Stamps that customers collect.", zh = "客户积攒的印花。")
public final class Stamps implements Connector {
    private static final Logger LOG = LoggerFactory.getLogger(Stamps.class);
    private static final int AT_FIRST = 12;

    /** Whom everybody may hang on. */
    final CountDownLatch answer = new CountDownLatch(1);

    private final Map<String, Integer> cards = new ConcurrentHashMap<>();
    private final Map<String, Gift> gifts = new ConcurrentHashMap<>();
    private final Behaviour behaviour;
    private final Clock clock;

    /** What it does. */
    enum Behaviour {
        GOOD,
        HANGS,
        HANGS_FOR_EVER,
        THROWS,
        TELLS,
        FORGETS
    }

    public Stamps(Behaviour behaviour, Clock clock) {
        this.behaviour = behaviour;
        this.clock = clock;
    }

    record Card(@CustomerId @Example("C-1") String customerId) {}

    record Balance(
            @Owner String customerId,
            int stamps,
            @Sensitive(DataClass.PHONE) String phone) {}

    record Redeem(
            @CustomerId @Example("C-1") String customerId,
            @Range(min = 1, max = 100) @Example("5") int stamps,

            @Sensitive(DataClass.PHONE) @Matches("[0-9]{11}")
            Optional<String> phone,

            @Sensitive(DataClass.FREE_TEXT) @Untrusted @Length(max = 200)
            Optional<String> note) {}

    record Gift(@Owner String customerId, String id, int stamps, BigDecimal worth, Instant at) {}

    record ListGifts(PageRequest page) {}

    @Operation(
            id = "card.get",
            http = "GET /cards/{customerId}",
            effect = READ,
            audience = CUSTOMER,
            scope = "stamps.read")
    @Describe(en = "How many stamps the customer has.", zh = "查询印花数。")
    Balance card(Card card) throws InterruptedException {
        behave();
        return new Balance(card.customerId(), cards.getOrDefault(card.customerId(), AT_FIRST), "13800001001");
    }

    @Operation(id = "gift.redeem", effect = WRITE, audience = CUSTOMER, scope = "stamps.write")
    @Describe(en = "Gives stamps away for a gift.", zh = "用印花兑换礼品。")
    @Fails(code = ErrorCode.CONFLICT, reason = "too-few", en = "There are not enough stamps.", zh = "印花数量不足。")
    Gift redeem(Redeem redeem, CallContext call) throws InterruptedException {
        behave();
        if (behaviour == Behaviour.TELLS) {
            LOG.debug("redeem {}", redeem);
        }
        cards.merge(redeem.customerId(), AT_FIRST - redeem.stamps(), (had, first) -> had - redeem.stamps());
        if (cards.getOrDefault(redeem.customerId(), 0) < 0) {
            throw ConnectorException.of(ErrorCode.CONFLICT, "too-few").at("stamps");
        }
        Gift gift = new Gift(
                redeem.customerId(), call.correlationId(), redeem.stamps(), new BigDecimal("0.50"), clock.instant());
        if (behaviour != Behaviour.FORGETS) {
            gifts.put(gift.id(), gift);
        }
        return gift;
    }

    @Probe("gift.redeem")
    ProbeResult<Gift> redeemed(Redeem redeem, CallContext call) {
        return ProbeResult.of(Optional.ofNullable(gifts.get(call.correlationId())));
    }

    @Operation(id = "gift.list", http = "GET /gifts", effect = READ, audience = STAFF, scope = "stamps.desk")
    @Describe(en = "What everybody got.", zh = "全部兑换记录。")
    Page<Gift> gifts(ListGifts list) throws InterruptedException {
        behave();
        return Page.last(
                List.copyOf(gifts.values()).stream().limit(list.page().limit()).toList());
    }

    private void behave() throws InterruptedException {
        switch (behaviour) {
            case HANGS -> answer.await();
            case HANGS_FOR_EVER -> awaitWhateverComes();
            case THROWS -> throw new IllegalStateException("not my day");
            default -> {
                // As it should.
            }
        }
    }

    private void awaitWhateverComes() {
        boolean waits = true;
        while (waits) {
            try {
                answer.await();
                waits = false;
            } catch (InterruptedException ignored) {
                // Just so.
            }
        }
    }
}
