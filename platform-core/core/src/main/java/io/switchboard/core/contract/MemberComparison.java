package io.switchboard.core.contract;

import io.switchboard.core.contract.ContractChange.Weight;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the members of two records. */
final class MemberComparison {
    private final Found found;
    private final TypeComparison types;

    MemberComparison(Found found, TypeComparison types) {
        this.found = found;
        this.types = types;
    }

    void compare(Place place, List<Member> before, List<Member> after) {
        Map<String, Member> old = byName(before);
        Map<String, Member> now = byName(after);
        old.forEach((name, was) -> {
            Member is = now.get(name);
            if (is == null) {
                found.breaking(
                        place.at(name),
                        place.input() ? "has gone; whoever sends it is refused." : "has gone.",
                        place.input() ? "已删除，发送它的调用将被拒绝。" : "已删除。");
            } else {
                compare(place.at(name), was, is);
            }
        });
        now.forEach((name, is) -> {
            if (!old.containsKey(name)) {
                added(place.at(name), is);
            }
        });
        types.order(place, List.copyOf(old.keySet()), List.copyOf(now.keySet()), "members", "成员");
    }

    private static Map<String, Member> byName(List<Member> members) {
        Map<String, Member> byName = new LinkedHashMap<>();
        members.forEach(each -> byName.put(each.name(), each));
        return byName;
    }

    private void added(Place place, Member member) {
        if (place.input() && !member.optional()) {
            found.breaking(place, "is new and required.", "为新增必填参数。");
        } else {
            found.compatible(place, "is new.", place.input() ? "为新增可选参数。" : "为新增内容。");
        }
    }

    private void compare(Place place, Member was, Member is) {
        types.type(place, was.type(), is.type());
        if (was.optional() && !is.optional()) {
            found.add(
                    place.input() ? Weight.BREAKING : Weight.COMPATIBLE,
                    place,
                    place.input() ? "is required now." : "is always there now.",
                    place.input() ? "变为必填。" : "变为始终存在。");
        } else if (!was.optional() && is.optional()) {
            found.add(
                    place.input() ? Weight.COMPATIBLE : Weight.BREAKING,
                    place,
                    place.input() ? "is optional now." : "may be absent now.",
                    place.input() ? "变为可选。" : "可能缺失。");
        }
        sensitive(place, was, is);
        if (was.untrusted() && !is.untrusted()) {
            found.breaking(
                    place,
                    "is no longer marked as written by customers, and agents may take it for instructions.",
                    "不再标记为客户所写，智能体可能把它当作指令。");
        } else if (!was.untrusted() && is.untrusted()) {
            found.compatible(place, "is marked as written by customers now.", "现在标记为客户所写。");
        }
        if (was.customerId() != is.customerId()) {
            found.breaking(
                    place,
                    is.customerId()
                            ? "names the customer of the call now."
                            : "no longer names the customer of the call.",
                    is.customerId() ? "现在指明调用所涉的客户。" : "不再指明调用所涉的客户。");
        }
        if (was.owner() && !is.owner()) {
            found.breaking(place, "no longer says whose data it is, so that nobody checks it.", "不再指明数据属于谁，因而不再校验。");
        } else if (!was.owner() && is.owner()) {
            found.compatible(place, "says whose data it is now.", "现在指明数据属于谁。");
        }
        found.text(
                place.path(),
                place.en() + ": the description",
                place.zh() + "：说明",
                was.description(),
                is.description());
        found.text(
                place.path(),
                place.en() + ": the example",
                place.zh() + "：示例",
                new Text(was.example(), was.example()),
                new Text(is.example(), is.example()));
    }

    private void sensitive(Place place, Member was, Member is) {
        Optional<String> old = was.sensitive().map(Enum::name);
        Optional<String> now = is.sensitive().map(Enum::name);
        if (old.equals(now)) {
            return;
        }
        if (now.isEmpty()) {
            found.breaking(
                    place,
                    "is no longer sensitive (" + old.orElse("") + "), and shown to everybody.",
                    "不再是敏感数据（" + old.orElse("") + "），将对所有人显示。");
        } else if (old.isPresent()) {
            found.breaking(
                    place,
                    "was sensitive as " + old.get() + " and is as " + now.get() + ".",
                    "的敏感类别由 " + old.get() + " 改为 " + now.get() + "。");
        } else {
            // In an argument, what looks like a handle is taken for one from now on.
            found.breaking(
                    place,
                    "is sensitive now (" + now.get() + ")" + (place.input() ? "." : ", and hidden from some callers."),
                    "变为敏感数据（" + now.get() + "）" + (place.input() ? "。" : "，对部分调用方隐藏。"));
        }
    }
}
