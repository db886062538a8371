package io.switchboard.core.contract;

import io.switchboard.connector.Approval;
import io.switchboard.connector.Assurance;
import io.switchboard.connector.Audience;
import io.switchboard.connector.Effect;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Repeat;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.descriptor.Failure;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.descriptor.Route;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a descriptor of what {@link ContractWriter} wrote. */
final class ContractReader {
    /** Far more than a connector has that people can still read. */
    private static final int LONGEST = 16 * 1024 * 1024;

    private static final Pattern NAME = Pattern.compile("connector ([a-z][a-z0-9]*)\\.v([0-9]{1,2})");

    private final String connector;
    private final int version;

    private ContractReader(String connector, int version) {
        this.connector = connector;
        this.version = version;
    }

    static ConnectorDescriptor read(String text) throws ContractFault {
        if (text.length() > LONGEST) {
            throw new ContractFault(
                    1, "the text is longer than " + LONGEST + " characters", "文本超过 " + LONGEST + " 个字符");
        }
        Deque<Outline> lines = new ArrayDeque<>(Outline.of(text).below());
        Outline format = lines.poll();
        if (format == null || !format.text().equals(ContractWriter.FORMAT)) {
            throw new ContractFault(
                    format == null ? 1 : format.line(),
                    "a contract begins with \"" + ContractWriter.FORMAT + "\"",
                    "契约应以“" + ContractWriter.FORMAT + "”开头");
        }
        Outline named = lines.poll();
        Matcher name = NAME.matcher(named == null ? "" : named.text());
        if (named == null || !name.matches()) {
            throw new ContractFault(
                    named == null ? format.line() : named.line(),
                    "\"connector\" and a name such as loyalty.v1 come second",
                    "第二行应为“connector”和名称，例如 loyalty.v1");
        }
        ContractReader reader = new ContractReader(name.group(1), Integer.parseInt(name.group(2)));
        Text title = new Text(named.take("title-en"), named.take("title-zh"));
        Text description = text(named, "");
        named.requireAllTaken();
        List<OperationDescriptor> operations = new ArrayList<>();
        for (Outline each : lines) {
            operations.add(reader.operation(each));
        }
        return new ConnectorDescriptor(reader.connector, reader.version, title, description, operations);
    }

    private OperationDescriptor operation(Outline at) throws ContractFault {
        String id = behind(at, "operation ");
        List<Failure> failures = new ArrayList<>();
        ValueType.RecordType input = new ValueType.RecordType("", Text.NONE, List.of());
        Result result = new Result.None();
        for (Outline each : at.below()) {
            switch (each.text()) {
                case "input" -> input = TypeReading.record(each);
                case "output none" -> result = new Result.None();
                case "output record" -> result = new Result.One(TypeReading.record(each));
                case "output page" -> result = new Result.Paged(TypeReading.record(each));
                default -> failures.add(failure(each));
            }
        }
        OperationDescriptor operation = new OperationDescriptor(
                connector,
                version,
                id,
                route(at),
                constant(at, Effect.class, at.take("effect")),
                constant(at, Audience.class, at.take("audience")),
                at.take("scope"),
                deadline(at),
                constant(at, Repeat.class, otherwise(at.take("repeat"), Repeat.DISTINCT)),
                Boolean.parseBoolean(at.take("idempotent")),
                Boolean.parseBoolean(at.take("probe")),
                constant(at, Assurance.class, otherwise(at.take("assurance"), Assurance.TOKEN)),
                constant(at, Approval.class, otherwise(at.take("approval"), Approval.NONE)),
                at.take("since"),
                at.take("deprecated"),
                text(at, ""),
                failures,
                input,
                result);
        at.requireAllTaken();
        return operation;
    }

    private static Failure failure(Outline at) throws ContractFault {
        String[] words = behind(at, "fails ").split(" ", 2);
        Failure failure =
                new Failure(constant(at, ErrorCode.class, words[0]), words.length > 1 ? words[1] : "", text(at, ""));
        at.requireAllTaken();
        return failure;
    }

    private static Route route(Outline at) throws ContractFault {
        String[] words = at.take("http").split(" /", 2);
        if (words.length < 2) {
            throw at.fault("has no @http with a method and a path", "缺少带方法和路径的 @http");
        }
        return new Route(
                words[0],
                Arrays.stream(words[1].split("/", -1))
                        .map(ContractReader::segment)
                        .toList());
    }

    private static Route.Segment segment(String text) {
        boolean variable = text.startsWith("{") && text.endsWith("}");
        return new Route.Segment(variable ? text.substring(1, text.length() - 1) : text, variable);
    }

    private static Duration deadline(Outline at) throws ContractFault {
        try {
            return Duration.parse(at.take("deadline"));
        } catch (DateTimeException e) {
            throw at.fault("has no @deadline such as PT10S", "缺少 @deadline，例如 PT10S");
        }
    }

    static Text text(Outline at, String prefix) {
        return new Text(at.take(prefix + "en"), at.take(prefix + "zh"));
    }

    static <E extends Enum<E>> E constant(Outline at, Class<E> type, String name) throws ContractFault {
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        String all = Arrays.toString(type.getEnumConstants());
        throw at.fault("has \"" + name + "\" where one of " + all + " stands", "含有“" + name + "”，应为 " + all + " 之一");
    }

    private static String otherwise(String value, Enum<?> usual) {
        return value.isEmpty() ? usual.name() : value;
    }

    private static String behind(Outline at, String word) throws ContractFault {
        if (!at.text().startsWith(word)) {
            throw at.fault(
                    "stands where \"" + word.strip() + "\" and a name are expected", "此处应为“" + word.strip() + "”和名称");
        }
        return at.text().substring(word.length());
    }
}
