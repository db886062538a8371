package com.example.lockers;

import com.example.lockers.LockerNetwork.Parcel;
import com.example.lockers.LockerNetwork.Site;
import com.example.lockers.LockerNetwork.Size;
import com.example.lockers.LockerNetwork.State;
import io.switchboard.connector.Audience;
import io.switchboard.connector.CallContext;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.CustomerId;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Effect;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Example;
import io.switchboard.connector.Fails;
import io.switchboard.connector.Length;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Owner;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.Probe;
import io.switchboard.connector.ProbeResult;
import io.switchboard.connector.Range;
import io.switchboard.connector.SchemaName;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Sensitive;
import io.switchboard.connector.Untrusted;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** Parcels that wait for customers in lockers. It waits for its settings itself: without the key there are no codes. */
@ConnectorType(id = "lockers", version = 1, title = "Parcel lockers", zh = "快递柜")
@Describe(en = "Parcels that wait for customers in lockers, and the lockers themselves.", zh = "快递柜中待取的包裹，以及快递柜本身。")
@Component(service = Connector.class, configurationPid = "lockers", configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Lockers implements Connector {
    /** What stands in etc/lockers.cfg. */
    @interface Settings {
        int extend_days() default 3;

        String _codeKey();
    }

    record ListParcels(@CustomerId @Example("C-1001") String customerId, PageRequest page) {}

    record Find(
            @CustomerId @Example("C-1001") String customerId,
            @Describe(en = "The parcel.", zh = "包裹编号。") @Length(min = 1, max = 40) @Example("P-1") String parcelId) {}

    record Redirect(
            @CustomerId @Example("C-1001") String customerId,
            @Describe(en = "The parcel.", zh = "包裹编号。") @Length(min = 1, max = 40) @Example("P-1") String parcelId,
            @Describe(en = "The site to bring it to.", zh = "目标快递柜。") @Length(min = 1, max = 20) @Example("SH-2") String site) {}

    @SchemaName("ParcelInLocker")
    record Shown(
            @Owner String customerId,
            @Describe(en = "The parcel.", zh = "包裹编号。") @Example("P-1") String parcelId,
            @Describe(en = "Where it lies.", zh = "所在快递柜。") @Example("SH-1") String site,
            @Describe(en = "How large its compartment is.", zh = "格口大小。") Size size,
            @Describe(en = "Who sent it.", zh = "寄件人。") @Sensitive(DataClass.NAME) @Example("Tea house") String sender,
            @Describe(en = "The last day on which it can be collected.", zh = "最后取件日。") LocalDate until,
            @Describe(en = "Where it is on its way.", zh = "包裹状态。") State state) {}

    record Code(
            @Owner String customerId,
            @Describe(en = "Opens the compartment. Tell it to nobody but the customer.", zh = "取件码，仅可告知客户本人。")
                    @Sensitive(DataClass.IDENTITY_DOCUMENT)
                    @Example("314159")
                    String code) {}

    record City(@Describe(en = "The city.", zh = "城市。") @Length(min = 1, max = 60) @Example("Shanghai") String city) {}

    record Sites(@Describe(en = "Its lockers.", zh = "该城市的快递柜。") List<SiteShown> sites) {}

    record SiteShown(
            @Describe(en = "The site.", zh = "快递柜编号。") @Example("SH-1") String site,
            @Describe(en = "Where it is.", zh = "地址。") String address,
            @Describe(en = "How many compartments are free.", zh = "空闲格口数。") int free,
            @Describe(en = "Whether it is out of order.", zh = "是否故障。") boolean faulty) {}

    record Report(
            @Describe(en = "The site.", zh = "快递柜编号。") @Length(min = 1, max = 20) @Example("SH-1") String site,
            @Describe(en = "What is wrong.", zh = "故障描述。") @Length(min = 1, max = 500) @Untrusted @Example("The door is stuck.") String text) {}

    record Reported(@Describe(en = "The number of the report.", zh = "报修编号。") @Example("F-1") String number) {}

    record Open(
            @Describe(en = "The site.", zh = "快递柜编号。") @Length(min = 1, max = 20) @Example("SH-1") String site,
            @Describe(en = "The compartment.", zh = "格口号。") @Range(min = 1, max = 200) @Example("12") int compartment) {}

    private final LockerNetwork network;
    private final PickUpCodes codes;
    private final int days;

    @Activate
    public Lockers(Settings settings) {
        this(new MemoryNetwork(LocalDate.now(ZoneOffset.UTC)), Secret.of(settings._codeKey()), settings.extend_days());
    }

    Lockers(LockerNetwork network, Secret codeKey, int days) {
        this.network = network;
        this.codes = new PickUpCodes(codeKey);
        this.days = days;
    }

    @Operation(id = "parcel.list", http = "GET /customers/{customerId}/parcels",
            effect = Effect.READ, audience = Audience.CUSTOMER, scope = "lockers.read")
    @Describe(en = "The customer's parcels, by id.", zh = "客户的包裹，按编号排列。")
    Page<Shown> list(ListParcels list) {
        List<Parcel> found = network.parcels(list.customerId(), list.page().cursor(), list.page().limit() + 1);
        List<Shown> rows = found.stream().limit(list.page().limit()).map(Lockers::shown).toList();
        return found.size() > rows.size()
                ? Page.of(rows, Optional.of(rows.get(rows.size() - 1).parcelId()))
                : Page.last(rows);
    }

    @Operation(id = "parcel.get", http = "GET /customers/{customerId}/parcels/{parcelId}",
            effect = Effect.READ, audience = Audience.CUSTOMER, scope = "lockers.read")
    @Describe(en = "One parcel: where it lies and until when.", zh = "查询一个包裹的位置与保管期限。")
    @Fails(code = ErrorCode.NOT_FOUND)
    Shown get(Find find) {
        return shown(parcel(find.customerId(), find.parcelId()));
    }

    @Operation(id = "code.get", http = "GET /customers/{customerId}/parcels/{parcelId}/code",
            effect = Effect.READ, audience = Audience.CUSTOMER, scope = "lockers.code")
    @Describe(en = "The code that opens the parcel's compartment, when the customer has lost it.", zh = "客户遗失取件码时重新查询。")
    @Fails(code = ErrorCode.NOT_FOUND)
    @Fails(code = ErrorCode.CONFLICT, reason = "gone", en = "The parcel is no longer there.", zh = "包裹已不在柜中。")
    Code code(Find find) {
        return new Code(find.customerId(), codes.code(waiting(find.customerId(), find.parcelId())));
    }

    @Operation(id = "parcel.extend", http = "POST /customers/{customerId}/parcels/{parcelId}/extension",
            effect = Effect.WRITE, audience = Audience.CUSTOMER, scope = "lockers.write")
    @Describe(en = "Keeps a parcel some days longer; once for each parcel.", zh = "延长包裹的保管期，每个包裹一次。")
    @Fails(code = ErrorCode.NOT_FOUND)
    @Fails(code = ErrorCode.CONFLICT, reason = "gone", en = "The parcel is no longer there.", zh = "包裹已不在柜中。")
    @Fails(code = ErrorCode.CONFLICT, reason = "extended", en = "It was extended once already.", zh = "该包裹已延长过一次。")
    Shown extend(Find find, CallContext call) {
        Parcel before = waiting(find.customerId(), find.parcelId());
        if (before.extended()) {
            throw ConnectorException.of(ErrorCode.CONFLICT, "extended");
        }
        return replace(before, before.until(before.until().plusDays(days)), call);
    }

    @Probe("parcel.extend")
    ProbeResult<Shown> extended(Find find, CallContext call) {
        return found(find.customerId(), find.parcelId(), call);
    }

    @Operation(id = "parcel.redirect", http = "POST /customers/{customerId}/parcels/{parcelId}/redirection",
            effect = Effect.WRITE, audience = Audience.CUSTOMER, scope = "lockers.write")
    @Describe(en = "Has a parcel brought to another site.", zh = "将包裹改送至另一快递柜。")
    @Fails(code = ErrorCode.NOT_FOUND)
    @Fails(code = ErrorCode.CONFLICT, reason = "gone", en = "The parcel is no longer there.", zh = "包裹已不在柜中。")
    @Fails(code = ErrorCode.CONFLICT, reason = "no-room", en = "There is no room at that site.", zh = "目标快递柜没有空位。")
    Shown redirect(Redirect redirect, CallContext call) {
        Parcel before = waiting(redirect.customerId(), redirect.parcelId());
        Site site = network.site(redirect.site())
                .orElseThrow(() -> ConnectorException.of(ErrorCode.INVALID_ARGUMENTS).at("site"));
        if (site.free() == 0 || site.faulty()) {
            throw ConnectorException.of(ErrorCode.CONFLICT, "no-room").at("site");
        }
        return replace(before, before.at(site.id()), call);
    }

    @Operation(id = "parcel.return", http = "POST /customers/{customerId}/parcels/{parcelId}/return",
            effect = Effect.DESTRUCTIVE, audience = Audience.CUSTOMER, scope = "lockers.write")
    @Describe(en = "Sends a parcel back to its sender; it cannot be had again. Ask the customer before.", zh = "将包裹退回寄件人，不可撤销；请先向客户确认。")
    @Fails(code = ErrorCode.NOT_FOUND)
    @Fails(code = ErrorCode.CONFLICT, reason = "gone", en = "The parcel is no longer there.", zh = "包裹已不在柜中。")
    Shown giveBack(Find find, CallContext call) {
        Parcel before = waiting(find.customerId(), find.parcelId());
        return replace(before, before.in(State.RETURNED), call);
    }

    @Probe("parcel.return")
    ProbeResult<Shown> givenBack(Find find, CallContext call) {
        return found(find.customerId(), find.parcelId(), call);
    }

    @Operation(id = "site.find", http = "GET /sites",
            effect = Effect.READ, audience = Audience.PUBLIC, scope = "lockers.sites")
    @Describe(en = "The lockers of a city, and how much room is in them.", zh = "查询某城市的快递柜及空位。")
    Sites sites(City city) {
        return new Sites(network.sites(city.city()).stream()
                .map(each -> new SiteShown(each.id(), each.address(), each.free(), each.faulty()))
                .toList());
    }

    @Operation(id = "fault.report", http = "POST /faults",
            effect = Effect.WRITE, audience = Audience.PUBLIC, scope = "lockers.sites", idempotent = true)
    @Describe(en = "Reports that something is wrong with a site.", zh = "报告快递柜故障。")
    @Fails(code = ErrorCode.NOT_FOUND)
    Reported report(Report report, CallContext call) {
        network.site(report.site()).orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND).at("site"));
        return new Reported(network.report(report.site(), report.text(), call.correlationId()));
    }

    @Operation(id = "compartment.open", http = "POST /sites/{site}/compartments/{compartment}/opening",
            effect = Effect.DESTRUCTIVE, audience = Audience.STAFF, scope = "lockers.staff")
    @Describe(en = "Opens a compartment from afar, whatever is in it. For a customer who stands before it.", zh = "远程打开格口，不论其中有何物品；仅用于客户在现场时。")
    @Fails(code = ErrorCode.NOT_FOUND)
    void open(Open open, CallContext call) {
        network.site(open.site()).orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND).at("site"));
        network.open(open.site(), open.compartment(), call.correlationId());
    }

    private Parcel parcel(String customerId, String parcelId) {
        return network.parcel(customerId, parcelId)
                .orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND).at("parcelId"));
    }

    private Parcel waiting(String customerId, String parcelId) {
        Parcel found = parcel(customerId, parcelId);
        if (found.state() != State.WAITING) {
            throw ConnectorException.of(ErrorCode.CONFLICT, "gone");
        }
        return found;
    }

    private Shown replace(Parcel before, Parcel after, CallContext call) {
        if (!network.replace(before, after, call.correlationId())) {
            // Somebody was quicker; nothing was changed here.
            throw ConnectorException.of(ErrorCode.BUSY);
        }
        return shown(after);
    }

    /** What became of an act that nobody knows the outcome of. */
    private ProbeResult<Shown> found(String customerId, String parcelId, CallContext call) {
        return network.done(call.correlationId())
                ? ProbeResult.done(shown(parcel(customerId, parcelId)))
                : ProbeResult.notDone();
    }

    private static Shown shown(Parcel parcel) {
        return new Shown(parcel.customerId(), parcel.id(), parcel.locker(), parcel.size(), parcel.sender(), parcel.until(), parcel.state());
    }
}
