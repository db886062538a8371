package io.switchboard.crm.internal;

import static io.switchboard.connector.Audience.CUSTOMER;
import static io.switchboard.connector.Audience.STAFF;
import static io.switchboard.connector.Effect.READ;
import static io.switchboard.connector.Effect.WRITE;
import static io.switchboard.connector.ErrorCode.CUSTOMER_NOT_FOUND;
import static io.switchboard.connector.ErrorCode.INVALID_ARGUMENTS;
import static io.switchboard.connector.ErrorCode.LIMIT_EXCEEDED;
import static io.switchboard.connector.ErrorCode.NOT_READY;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Fails;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Page;
import io.switchboard.connector.Probe;
import io.switchboard.connector.ProbeResult;
import io.switchboard.crm.spi.CrmInUse;
import io.switchboard.crm.spi.Customer;
import io.switchboard.crm.spi.CustomerBackend;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * What can be asked about customers and written down of them, whichever CRM stands behind.
 *
 * <p>The writes are idempotent, since a backend writes once per correlation id and so knows a retry. They are not declared
 * {@code repeat = SAME}: a customer who goes from A to B and back to A has said three things.
 */
@Component(
        service = {Connector.class, CrmInUse.class},
        configurationPid = CustomerConnector.PID)
@Designate(ocd = CrmConfig.class)
@ConnectorType(id = "crm", version = 1, title = "Customers", zh = "客户")
@Describe(
        en = "Who the customers are, what they had to do with the company, and what conversations reveal of them.",
        zh = "客户资料、往来记录，以及会话中了解到的客户偏好与需求。")
public final class CustomerConnector implements Connector, CrmInUse {
    static final String PID = "io.switchboard.crm";

    private final Clock clock;
    private final Backends<CustomerBackend> backends = new Backends<>();
    private volatile Settings settings;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable TicketSources tickets;

    /** Called by the framework. */
    @Activate
    public CustomerConnector(CrmConfig config) {
        this(Settings.of(config), Clock.systemUTC());
    }

    CustomerConnector(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Called by the framework when the configuration has changed. */
    @Modified
    public void modified(CrmConfig config) {
        configure(Settings.of(config));
    }

    void configure(Settings changed) {
        settings = changed;
    }

    /** Called by the framework. */
    @Reference(
            service = CustomerBackend.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    public void addBackend(CustomerBackend backend, Map<String, Object> properties) {
        backends.add(backend, properties);
    }

    /** Called by the framework. */
    public void removeBackend(CustomerBackend backend) {
        backends.remove(backend);
    }

    @Override
    public Optional<CustomerBackend> backend() {
        return backends.get(settings.backend());
    }

    @Operation(
            id = "customer.get",
            http = "GET /customers/{customerId}",
            effect = READ,
            audience = CUSTOMER,
            scope = "crm.read")
    @Describe(
            en =
                    "One customer: level, lifetime spend, tags, preferences, current needs and contact data. Call it first, to know whom"
                            + " you speak with.",
            zh = "查询客户资料：等级、累计消费、标签、偏好、当前需求与联系方式。宜在会话开始时调用，以了解对方。")
    CustomerView get(CustomerKey key, CallContext call) {
        return CustomerView.of(existing(backend(settings.backend(), call), key.customerId()));
    }

    @Operation(id = "customer.find", http = "POST /customers/find", effect = READ, audience = STAFF, scope = "crm.find")
    @Describe(
            en = "The customers with exactly this telephone number or e-mail address; none, one or several.",
            zh = "按电话号码或电子邮箱精确查找客户，结果可能为零个、一个或多个。")
    @Fails(code = INVALID_ARGUMENTS)
    @Fails(
            code = INVALID_ARGUMENTS,
            reason = FindCustomers.ONE_OF_TWO,
            en = "A telephone number or an e-mail address is needed, and not both.",
            zh = "请提供电话号码或电子邮箱，二者只填其一。")
    Page<CustomerMatch> find(FindCustomers find, CallContext call) {
        Page<Customer> found = backend(settings.backend(), call).find(find.contact(), find.page());
        return found.map(CustomerMatch::of);
    }

    @Operation(
            id = "timeline.list",
            http = "GET /customers/{customerId}/timeline",
            effect = READ,
            audience = CUSTOMER,
            scope = "crm.read")
    @Describe(
            en = "What the customer had to do with the company, the newest first: tickets, complaints and contacts.",
            zh = "客户往来记录，由新到旧：工单、投诉与联系。")
    @Fails(code = INVALID_ARGUMENTS)
    @Fails(
            code = INVALID_ARGUMENTS,
            reason = ListTimeline.PERIOD,
            en = "The period ends before it begins.",
            zh = "截止日期早于起始日期。")
    Page<TimelineItem> timeline(ListTimeline list, CallContext call) {
        Settings now = settings;
        TimelineSources sources = new TimelineSources(backends, tickets, call);
        Page<TimelineItem> page =
                Timeline.read(list.query(now.zone()), list.page(), sources.begin(now, list.kind()), sources::source);
        if (page.items().isEmpty()) {
            // Nothing to tell of somebody is not the same as nobody.
            existing(backend(now.backend(), call), list.customerId());
        }
        return page;
    }

    @Operation(
            id = "preference.set",
            http = "PUT /customers/{customerId}/preferences/{name}",
            effect = WRITE,
            audience = CUSTOMER,
            scope = "crm.write",
            idempotent = true)
    @Describe(
            en = "Writes down how the customer likes to be served; takes the place of the preference of the same name.",
            zh = "记录客户的服务偏好；同名偏好将被取代。")
    @Fails(
            code = LIMIT_EXCEEDED,
            reason = CustomerBackend.TOO_MANY,
            en = "The customer has as many preferences as can be kept.",
            zh = "该客户的偏好数量已达上限。")
    ObservationView setPreference(SetPreference set, CallContext call) {
        return writing(set.evidence(), call)
                .write(set.customerId(), ObservedKind.PREFERENCE, set.name(), Optional.of(set.value()));
    }

    @Probe("preference.set")
    ProbeResult<ObservationView> preferenceSet(SetPreference set, CallContext call) {
        return writing(set.evidence(), call).probe(set.customerId());
    }

    @Operation(
            id = "tag.add",
            http = "POST /customers/{customerId}/tags",
            effect = WRITE,
            audience = CUSTOMER,
            scope = "crm.write",
            idempotent = true)
    @Describe(en = "Puts a label on the customer; one that is there already stays.", zh = "为客户添加标签；已有的标签保持不变。")
    @Fails(
            code = LIMIT_EXCEEDED,
            reason = CustomerBackend.TOO_MANY,
            en = "The customer has as many tags as can be kept.",
            zh = "该客户的标签数量已达上限。")
    ObservationView addTag(AddTag add, CallContext call) {
        return writing(add.evidence(), call).write(add.customerId(), ObservedKind.TAG, add.tag(), Optional.of(""));
    }

    @Probe("tag.add")
    ProbeResult<ObservationView> tagAdded(AddTag add, CallContext call) {
        return writing(add.evidence(), call).probe(add.customerId());
    }

    @Operation(
            id = "need.record",
            http = "POST /customers/{customerId}/needs",
            effect = WRITE,
            audience = CUSTOMER,
            scope = "crm.write",
            idempotent = true)
    @Describe(
            en = "Writes down what the customer is looking for now, or how that has changed.",
            zh = "记录客户当前的需求或需求的变化。")
    @Fails(
            code = LIMIT_EXCEEDED,
            reason = CustomerBackend.TOO_MANY,
            en = "The customer has as many needs as can be kept.",
            zh = "该客户的需求数量已达上限。")
    ObservationView recordNeed(RecordNeed record, CallContext call) {
        return writing(record.evidence(), call)
                .write(record.customerId(), ObservedKind.NEED, record.topic(), Optional.of(record.need()));
    }

    @Probe("need.record")
    ProbeResult<ObservationView> needRecorded(RecordNeed record, CallContext call) {
        return writing(record.evidence(), call).probe(record.customerId());
    }

    @Operation(
            id = "observation.withdraw",
            http = "POST /customers/{customerId}/withdrawals",
            effect = WRITE,
            audience = CUSTOMER,
            scope = "crm.write",
            idempotent = true)
    @Describe(
            en = "Takes a tag, preference or need away that holds no longer: a need that is met, a tag that was wrong.",
            zh = "撤销不再成立的标签、偏好或需求，例如已满足的需求、有误的标签。")
    ObservationView withdraw(Withdraw withdraw, CallContext call) {
        return writing(withdraw.evidence(), call)
                .write(withdraw.customerId(), withdraw.kind(), withdraw.name(), Optional.empty());
    }

    @Probe("observation.withdraw")
    ProbeResult<ObservationView> withdrawn(Withdraw withdraw, CallContext call) {
        return writing(withdraw.evidence(), call).probe(withdraw.customerId());
    }

    private Writing writing(Evidence evidence, CallContext call) {
        String instance = settings.backend();
        return new Writing(backend(instance, call), instance, evidence, call, clock);
    }

    private CustomerBackend backend(String instance, CallContext call) {
        return backends.get(instance)
                .orElseThrow(() -> ConnectorException.of(NOT_READY))
                .during(call);
    }

    private static Customer existing(CustomerBackend backend, String customerId) {
        return backend.get(customerId).orElseThrow(() -> ConnectorException.of(CUSTOMER_NOT_FOUND));
    }
}
