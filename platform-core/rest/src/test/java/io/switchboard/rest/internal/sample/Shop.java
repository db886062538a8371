package io.switchboard.rest.internal.sample;

import io.switchboard.connector.Approval;
import io.switchboard.connector.Assurance;
import io.switchboard.connector.Audience;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.Effect;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Repeat;
import io.switchboard.core.catalogue.CatalogueSnapshot;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.descriptor.Failure;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.descriptor.Route;
import io.switchboard.core.descriptor.Route.Segment;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.descriptor.ValueType.RecordType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A connector with every type, every effect and every kind of route. */
public final class Shop {
    public static final ValueType TEXT = new ValueType.TextType(0, 10_000, "");
    private static final ValueType CODE = new ValueType.TextType(2, 20, "[A-Z]{2}-[0-9]+");
    private static final ValueType COUNT = new ValueType.IntegerType(32, 1, 200);
    private static final ValueType LEVEL = new ValueType.EnumType(
            "shop.v1.Level",
            List.of(
                    new ValueType.Constant("GOLD", new Text("The best.", "最高。")),
                    new ValueType.Constant("PLAIN", Text.NONE)));

    public static final RecordType ADDRESS = new RecordType(
            "shop.v1.Address",
            new Text("Where somebody lives.", "住址。"),
            List.of(optional("city", TEXT), sensitive("street", TEXT, DataClass.ADDRESS)));

    public static final RecordType EVERYTHING = new RecordType(
            "shop.v1.Everything",
            new Text("One of each.", "每种一个。"),
            List.of(
                    member("text", TEXT),
                    member("code", CODE, "\"AB-12\""),
                    member("flag", new ValueType.BooleanType()),
                    member("count", COUNT, "7"),
                    member("big", new ValueType.IntegerType(64, Long.MIN_VALUE, Long.MAX_VALUE)),
                    member("rate", new ValueType.DecimalType(0, 100), "\"3.75\""),
                    member("price", new ValueType.MoneyType()),
                    member("level", LEVEL),
                    member("day", new ValueType.DateType()),
                    member("at", new ValueType.InstantType()),
                    member("takes", new ValueType.DurationType()),
                    member("link", new ValueType.UriType()),
                    member("photo", new ValueType.AttachmentType()),
                    member("address", ADDRESS),
                    member("tags", new ValueType.ListType(TEXT, 0, 10), "[\"a\",\"b\"]"),
                    member("lines", new ValueType.ListType(ADDRESS, 0, 10)),
                    member("scores", new ValueType.MapType(COUNT, 1, 10), "{\"x\":3}"),
                    sensitive("phone", new ValueType.TextType(11, 11, "1[0-9]{10}"), DataClass.PHONE),
                    untrusted("note")));

    private static final Member CUSTOMER = new Member(
            "customerId",
            new ValueType.TextType(1, 60, ""),
            false,
            new Text("The customer.", "客户。"),
            "\"c-1001\"",
            Optional.empty(),
            false,
            true,
            false);

    public static final OperationDescriptor GET = operation(
            "customer.get",
            route("GET", "customers", "{customerId}"),
            Effect.READ,
            List.of(CUSTOMER),
            new Result.One(ADDRESS),
            List.of(
                    new Failure(ErrorCode.CONFLICT, "expired", new Text("The membership has expired.", "会员已过期。")),
                    new Failure(
                            ErrorCode.CONFLICT,
                            "sold-out",
                            new Text("<img src=x onerror=\"alert(1)\"> & 'gone'", "已售罄。"))));
    public static final OperationDescriptor FIND = operation(
            "customer.find",
            route("POST", "customers", "find"),
            Effect.READ,
            List.of(sensitive("phone", new ValueType.TextType(11, 11, "1[0-9]{10}"), DataClass.PHONE)),
            new Result.Paged(ADDRESS),
            List.of());
    public static final OperationDescriptor LIST = operation(
            "order.list",
            route("GET", "customers", "{customerId}", "orders"),
            Effect.READ,
            List.of(
                    CUSTOMER,
                    optional("status", new ValueType.ListType(LEVEL, 0, 5)),
                    optional("limit", COUNT),
                    optional("open", new ValueType.BooleanType())),
            new Result.Paged(EVERYTHING),
            List.of());
    public static final OperationDescriptor PUT = operation(
            "everything.put",
            route("POST", "customers", "{customerId}", "everything"),
            Effect.WRITE,
            join(CUSTOMER, EVERYTHING.members()),
            new Result.One(EVERYTHING),
            List.of());
    public static final OperationDescriptor DELETE = operation(
            "customer.delete",
            route("DELETE", "customers", "{customerId}"),
            Effect.DESTRUCTIVE,
            List.of(CUSTOMER),
            new Result.None(),
            List.of());
    public static final OperationDescriptor PLAIN = operation(
            "plain.do", route("POST", "plain.do"), Effect.WRITE, EVERYTHING.members(), new Result.None(), List.of());

    public static final CatalogueSnapshot SNAPSHOT = CatalogueSnapshot.of(
            1,
            List.of(new ConnectorDescriptor(
                    "shop",
                    1,
                    new Text("Shop", "商店"),
                    new Text("All that a shop has.", "商店的一切。"),
                    List.of(DELETE, FIND, GET, PUT, LIST, PLAIN))),
            List.of());

    /** The shop with an operation that has two members of one name; the descriptor reader lets none such through. */
    public static final CatalogueSnapshot WITH_A_FAULTY_OPERATION = CatalogueSnapshot.of(
            2,
            List.of(new ConnectorDescriptor(
                    "shop",
                    1,
                    new Text("Shop", "商店"),
                    Text.NONE,
                    List.of(
                            operation(
                                    "twice",
                                    route("POST", "twice"),
                                    Effect.READ,
                                    List.of(member("cursor", TEXT), member("cursor", TEXT)),
                                    new Result.Paged(ADDRESS),
                                    List.of()),
                            GET))),
            List.of());

    private Shop() {}

    private static Member member(String name, ValueType type) {
        return member(name, type, "");
    }

    private static Member member(String name, ValueType type, String example) {
        return new Member(
                name,
                type,
                false,
                new Text("The " + name + ".", name + "。"),
                example,
                Optional.empty(),
                false,
                false,
                false);
    }

    private static Member optional(String name, ValueType type) {
        return new Member(name, type, true, Text.NONE, "", Optional.empty(), false, false, false);
    }

    private static Member sensitive(String name, ValueType type, DataClass dataClass) {
        return new Member(name, type, false, Text.NONE, "", Optional.of(dataClass), false, false, false);
    }

    private static Member untrusted(String name) {
        return new Member(name, TEXT, true, Text.NONE, "", Optional.empty(), true, false, false);
    }

    private static List<Member> join(Member first, List<Member> others) {
        List<Member> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    private static Route route(String method, String... segments) {
        List<Segment> path = new ArrayList<>();
        for (String segment : segments) {
            boolean variable = segment.startsWith("{");
            path.add(new Segment(variable ? segment.substring(1, segment.length() - 1) : segment, variable));
        }
        return new Route(method, path);
    }

    private static OperationDescriptor operation(
            String id, Route route, Effect effect, List<Member> input, Result result, List<Failure> failures) {
        return new OperationDescriptor(
                "shop",
                1,
                id,
                route,
                effect,
                input.contains(CUSTOMER) ? Audience.CUSTOMER : Audience.STAFF,
                effect == Effect.READ ? "shop.read" : "shop.write",
                Duration.ofSeconds(10),
                Repeat.DISTINCT,
                false,
                false,
                Assurance.TOKEN,
                Approval.NONE,
                "",
                "",
                new Text("Does " + id + " for a test. It says more.", "测试 " + id + "。"),
                failures,
                new RecordType("shop.v1." + id + ".Input", Text.NONE, input),
                result);
    }
}
