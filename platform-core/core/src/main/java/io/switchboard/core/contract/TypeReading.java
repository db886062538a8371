package io.switchboard.core.contract;

import io.switchboard.connector.DataClass;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads members and their types. */
final class TypeReading {
    private final Outline at;
    private final Deque<String> words;

    private TypeReading(Outline at, String words) {
        this.at = at;
        this.words = new ArrayDeque<>(List.of(words.split(" ", -1)));
    }

    static ValueType.RecordType record(Outline at) throws ContractFault {
        String schema = at.take("schema");
        Text description = ContractReader.text(at, "type-");
        List<Member> members = new ArrayList<>();
        for (Outline each : at.below()) {
            members.add(member(each));
        }
        at.requireAllTaken();
        return new ValueType.RecordType(schema, description, members);
    }

    private static Member member(Outline at) throws ContractFault {
        int colon = at.text().indexOf(": ");
        if (colon < 1) {
            throw at.fault("is no member: a name, a colon, a type", "不是成员：应为名称、冒号和类型");
        }
        TypeReading reading = new TypeReading(at, at.text().substring(colon + 2));
        boolean optional = reading.takes("optional");
        Text description = ContractReader.text(at, "");
        String example = at.take("example");
        ValueType type = reading.type();
        Optional<DataClass> sensitive = reading.takes("sensitive")
                ? Optional.of(ContractReader.constant(at, DataClass.class, reading.word()))
                : Optional.empty();
        boolean untrusted = reading.takes("untrusted");
        boolean customer = reading.takes("customer");
        boolean owner = reading.takes("owner");
        if (!reading.words.isEmpty()) {
            throw at.fault("has a word too many: " + reading.words.element(), "多出了“" + reading.words.element() + "”");
        }
        at.requireAllTaken();
        String name = at.text().substring(0, colon);
        return new Member(name, type, optional, description, example, sensitive, untrusted, customer, owner);
    }

    private ValueType type() throws ContractFault {
        String word = word();
        return switch (word) {
            case "text" -> {
                long[] bounds = bounds(0, Integer.MAX_VALUE);
                yield new ValueType.TextType((int) bounds[0], (int) bounds[1], at.take("matches"));
            }
            case "int32", "int64" -> {
                int bits = word.equals("int32") ? 32 : 64;
                long[] bounds = bounds(TypeWords.least(bits), TypeWords.most(bits));
                yield new ValueType.IntegerType(bits, bounds[0], bounds[1]);
            }
            case "decimal" -> {
                long[] bounds = bounds(Long.MIN_VALUE, Long.MAX_VALUE);
                yield new ValueType.DecimalType(bounds[0], bounds[1]);
            }
            case "list", "map" -> {
                long[] bounds = bounds(0, Integer.MAX_VALUE);
                if (!takes("of")) {
                    throw at.fault("does not say what is in the " + word, "没有说明 " + word + " 的元素类型");
                }
                ValueType within = type();
                yield word.equals("list")
                        ? new ValueType.ListType(within, (int) bounds[0], (int) bounds[1])
                        : new ValueType.MapType(within, (int) bounds[0], (int) bounds[1]);
            }
            case "record" -> record(at);
            case "enum" -> enumeration();
            case "boolean" -> new ValueType.BooleanType();
            case "money" -> new ValueType.MoneyType();
            case "date" -> new ValueType.DateType();
            case "instant" -> new ValueType.InstantType();
            case "duration" -> new ValueType.DurationType();
            case "uri" -> new ValueType.UriType();
            case "attachment" -> new ValueType.AttachmentType();
            default -> throw at.fault("has a type that there is not: " + word, "使用了未知类型 " + word);
        };
    }

    private ValueType enumeration() throws ContractFault {
        String schema = at.take("schema");
        List<ValueType.Constant> constants = new ArrayList<>();
        for (Outline each : at.below()) {
            if (!each.text().startsWith("- ")) {
                throw each.fault("is no constant: a dash, a blank, its name", "不是枚举常量：应为“- 名称”");
            }
            constants.add(new ValueType.Constant(each.text().substring(2), ContractReader.text(each, "")));
            each.requireAllTaken();
        }
        return new ValueType.EnumType(schema, constants);
    }

    private long[] bounds(long least, long most) throws ContractFault {
        String next = words.peek();
        int dots = next == null ? -1 : next.indexOf("..");
        if (next == null || dots < 0) {
            return new long[] {least, most};
        }
        words.remove();
        return new long[] {
            bound(next.substring(0, dots), least, least, most), bound(next.substring(dots + 2), most, least, most)
        };
    }

    private long bound(String text, long open, long least, long most) throws ContractFault {
        if (text.equals("*")) {
            return open;
        }
        try {
            long bound = Long.parseLong(text);
            if (bound >= least && bound <= most) {
                return bound;
            }
        } catch (NumberFormatException e) {
            // Told below, with the same words.
        }
        throw at.fault("has a bound that is none: " + text, "的界限无效：" + text);
    }

    private boolean takes(String word) {
        boolean next = word.equals(words.peek());
        if (next) {
            words.remove();
        }
        return next;
    }

    private String word() throws ContractFault {
        String next = words.poll();
        if (next == null) {
            throw at.fault("ends too early", "不完整");
        }
        return next;
    }
}
