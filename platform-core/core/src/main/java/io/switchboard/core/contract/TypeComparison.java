package io.switchboard.core.contract;

import io.switchboard.core.contract.ContractChange.Weight;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.descriptor.ValueType.Constant;
import io.switchboard.core.descriptor.ValueType.DecimalType;
import io.switchboard.core.descriptor.ValueType.EnumType;
import io.switchboard.core.descriptor.ValueType.IntegerType;
import io.switchboard.core.descriptor.ValueType.ListType;
import io.switchboard.core.descriptor.ValueType.MapType;
import io.switchboard.core.descriptor.ValueType.RecordType;
import io.switchboard.core.descriptor.ValueType.TextType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares two types that stand in one place. */
final class TypeComparison {
    private final Found found;

    TypeComparison(Found found) {
        this.found = found;
    }

    void record(Place place, RecordType before, RecordType after) {
        new MemberComparison(found, this).compare(place, before.members(), after.members());
        schema(place, before.schemaName(), after.schemaName());
        found.text(
                place.path(),
                place.en() + ": the description of the record",
                place.zh() + "：记录的说明",
                before.description(),
                after.description());
    }

    void type(Place place, ValueType before, ValueType after) {
        if (!TypeWords.word(before).equals(TypeWords.word(after))) {
            String was = TypeWords.of(before);
            String is = TypeWords.of(after);
            found.breaking(place, "was " + was + " and is " + is + ".", "的类型由 " + was + " 改为 " + is + "。");
        } else if (before instanceof TextType old && after instanceof TextType now) {
            new Bounds(old.min(), old.max()).compare(place, new Bounds(now.min(), now.max()), "length", "长度", found);
            pattern(place, old.pattern(), now.pattern());
        } else if (before instanceof IntegerType old && after instanceof IntegerType now) {
            new Bounds(old.min(), old.max()).compare(place, new Bounds(now.min(), now.max()), "range", "范围", found);
        } else if (before instanceof DecimalType old && after instanceof DecimalType now) {
            new Bounds(old.min(), old.max()).compare(place, new Bounds(now.min(), now.max()), "range", "范围", found);
        } else if (before instanceof ListType old && after instanceof ListType now) {
            new Bounds(old.min(), old.max()).compare(place, new Bounds(now.min(), now.max()), "size", "条数", found);
            type(place.within("[]"), old.element(), now.element());
        } else if (before instanceof MapType old && after instanceof MapType now) {
            new Bounds(old.min(), old.max()).compare(place, new Bounds(now.min(), now.max()), "size", "条数", found);
            type(place.within(".*"), old.value(), now.value());
        } else if (before instanceof RecordType old && after instanceof RecordType now) {
            record(place, old, now);
        } else if (before instanceof EnumType old && after instanceof EnumType now) {
            enumeration(place, old, now);
        }
    }

    /** As bounds are, it is promised of what goes in only. */
    private void pattern(Place place, String was, String is) {
        if (was.equals(is)) {
            return;
        }
        boolean breaks = place.input() && !is.isEmpty();
        Weight weight = breaks ? Weight.BREAKING : Weight.COMPATIBLE;
        if (is.isEmpty()) {
            found.add(weight, place, "need not match " + was + " any more.", "不再要求匹配 " + was + "。");
        } else if (was.isEmpty()) {
            found.add(weight, place, "has to match " + is + " now.", "现在须匹配 " + is + "。");
        } else {
            found.add(
                    weight,
                    place,
                    "had to match " + was + " and has to match " + is + ".",
                    "须匹配的表达式由 " + was + " 改为 " + is + "。");
        }
    }

    private void enumeration(Place place, EnumType before, EnumType after) {
        Map<String, Constant> old = byName(before);
        Map<String, Constant> now = byName(after);
        old.forEach((name, constant) -> {
            Constant is = now.get(name);
            if (is == null) {
                found.add(
                        place.input() ? Weight.BREAKING : Weight.COMPATIBLE,
                        place,
                        "has no value " + name + " any more.",
                        "删除了取值 " + name + "。");
            } else {
                found.text(
                        place.path(),
                        place.en() + ": the description of " + name,
                        place.zh() + "：取值 " + name + " 的说明",
                        constant.description(),
                        is.description());
            }
        });
        // Outputs are open: callers have to expect values that they do not know.
        now.keySet().stream()
                .filter(name -> !old.containsKey(name))
                .forEach(name -> found.compatible(place, "has a new value, " + name + ".", "新增取值 " + name + "。"));
        order(place, List.copyOf(old.keySet()), List.copyOf(now.keySet()), "values", "取值");
        schema(place, before.schemaName(), after.schemaName());
    }

    private static Map<String, Constant> byName(EnumType type) {
        Map<String, Constant> constants = new LinkedHashMap<>();
        type.constants().forEach(each -> constants.put(each.name(), each));
        return constants;
    }

    /** Says that what is in both stands in another order; it means nothing on the wire. */
    void order(Place place, List<String> before, List<String> after, String en, String zh) {
        List<String> old = new ArrayList<>(before);
        old.retainAll(after);
        List<String> now = new ArrayList<>(after);
        now.retainAll(before);
        if (!old.equals(now)) {
            found.add(Weight.TEXT, place, "has its " + en + " in another order.", "的" + zh + "顺序有变。");
        }
    }

    private void schema(Place place, String was, String is) {
        if (!was.equals(is)) {
            found.add(
                    Weight.TEXT,
                    place,
                    "was " + was + " in the schemas and is " + is + ".",
                    "在模式中的名称由 " + was + " 改为 " + is + "。");
        }
    }
}
