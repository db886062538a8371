package ${package};

import io.switchboard.connector.Audience;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.CustomerId;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Effect;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Example;
import io.switchboard.connector.Fails;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Owner;
import io.switchboard.connector.Range;
import io.switchboard.connector.Secret;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Keeps balances in memory, to begin with; yours asks the system behind. Called from many threads at once. */
@ConnectorType(id = "${artifactId}", version = 1, title = "${className}", zh = "${className}")
@Describe(en = "What customers have left, and adding to it.", zh = "查询客户的余额，并为其增加。")
@Component(service = Connector.class, configurationPid = "${artifactId}")
public final class ${className} implements Connector {
    /** What stands in etc/${artifactId}.cfg, with a value for each that does not: balance.atFirst, add.most, .apiKey. */
    @interface Settings {
        int balance_atFirst() default 120;

        int add_most() default 1000;

        String _apiKey() default "";
    }

    record Find(@CustomerId @Example("C-1001") String customerId) {}

    record Add(
            @CustomerId @Example("C-1001") String customerId,
            @Describe(en = "How much to add.", zh = "要增加的数量。") @Range(min = 1, max = 1_000_000) @Example("50") int amount) {}

    record Balance(
            @Owner @Describe(en = "Whose it is.", zh = "所属客户。") @Example("C-1001") String customerId,
            @Describe(en = "What is left.", zh = "剩余数量。") @Example("170") int left) {}

    private final Map<String, Integer> balances = new ConcurrentHashMap<>();
    private final int atFirst;
    private final int most;
    /** For the system behind; shown by nothing that is logged. */
    private final Secret apiKey;

    @Activate
    public ${className}(Settings settings) {
        this(settings.balance_atFirst(), settings.add_most(), Secret.of(settings._apiKey()));
    }

    ${className}(int atFirst, int most, Secret apiKey) {
        this.atFirst = atFirst;
        this.most = most;
        this.apiKey = apiKey;
    }

    @Operation(id = "balance.get", http = "GET /customers/{customerId}/balance",
            effect = Effect.READ, audience = Audience.CUSTOMER, scope = "${artifactId}.read")
    @Describe(en = "What the customer has left today.", zh = "查询客户当前的余额。")
    Balance balance(Find find) {
        return new Balance(find.customerId(), balances.getOrDefault(find.customerId(), atFirst));
    }

    @Operation(id = "balance.add", http = "POST /customers/{customerId}/additions",
            effect = Effect.WRITE, audience = Audience.CUSTOMER, scope = "${artifactId}.write")
    @Describe(en = "Adds to what the customer has.", zh = "为客户增加余额。")
    @Fails(code = ErrorCode.CONFLICT, reason = "too-much",
            en = "This is more than may be added at once.", zh = "超过单次可增加的数量。")
    Balance add(Add add) {
        if (add.amount() > most) {
            throw ConnectorException.of(ErrorCode.CONFLICT, "too-much").at("amount");
        }
        int left = balances.merge(add.customerId(), atFirst + add.amount(), (now, first) -> now + add.amount());
        return new Balance(add.customerId(), left);
    }
}
