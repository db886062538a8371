package io.switchboard.core.contract;

import io.switchboard.core.contract.ContractChange.Weight;
import io.switchboard.core.contract.Place.Side;
import io.switchboard.core.descriptor.Failure;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.descriptor.Route;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType.RecordType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Compares what is said of an operation, and hands on what goes in and comes out. */
final class OperationComparison {
    private final OperationDescriptor before;
    private final OperationDescriptor after;
    private final Found found;
    private final String id;

    OperationComparison(OperationDescriptor before, OperationDescriptor after, Found found) {
        this.before = before;
        this.after = after;
        this.found = found;
        this.id = after.id();
    }

    void compare() {
        // Whoever calls, and whoever gave a role its scopes, decided by these.
        differs(Weight.BREAKING, "HTTP address", "HTTP 地址", http(before.route()), http(after.route()));
        differs(Weight.BREAKING, "effect", "影响", before.effect(), after.effect());
        differs(Weight.BREAKING, "audience", "对象", before.audience(), after.audience());
        differs(Weight.BREAKING, "scope", "权限范围", before.scope(), after.scope());
        differs(Weight.BREAKING, "assurance", "身份保证级别", before.assurance(), after.assurance());
        differs(Weight.BREAKING, "approval", "审批要求", before.approval(), after.approval());
        // What a repetition means decides whether a caller may send it.
        differs(Weight.BREAKING, "meaning of a repetition", "重复调用的含义", before.repeat(), after.repeat());
        promise("idempotent", "幂等", before.idempotent(), after.idempotent(), Weight.BREAKING);
        promise("probed", "可查询结果", before.probed(), after.probed(), Weight.COMPATIBLE);
        // Every caller has to live with an answer that does not come in time.
        differs(Weight.COMPATIBLE, "deadline", "时限", before.deadline(), after.deadline());
        differs(Weight.COMPATIBLE, "notice that it is deprecated", "弃用说明", before.deprecated(), after.deprecated());
        differs(Weight.TEXT, "version in which it first stood", "起始版本", before.since(), after.since());
        found.text(id, id + ": the description", id + "：说明", before.description(), after.description());
        failures();
        new TypeComparison(found).record(new Place(id, Side.INPUT, ""), before.input(), after.input());
        result();
    }

    private static String http(Route route) {
        return route.method() + " " + route.template();
    }

    private void differs(Weight weight, String en, String zh, Object was, Object is) {
        if (!was.equals(is)) {
            found.add(
                    weight,
                    id,
                    id + ": the " + en + " was " + shown(was) + " and is " + shown(is) + ".",
                    id + "：" + zh + "由 " + shown(was) + " 改为 " + shown(is) + "。");
        }
    }

    private static String shown(Object value) {
        String text = Escapes.escape(value.toString());
        return text.isEmpty() ? "\"\"" : text;
    }

    private void promise(String en, String zh, boolean was, boolean is, Weight broken) {
        if (was && !is) {
            found.add(broken, id, id + ": it is no longer " + en + ".", id + "：不再" + zh + "。");
        } else if (!was && is) {
            found.add(Weight.COMPATIBLE, id, id + ": it is " + en + " now.", id + "：现在" + zh + "。");
        }
    }

    private void failures() {
        Map<String, Failure> old = byName(before);
        Map<String, Failure> now = byName(after);
        old.forEach((name, failure) -> {
            Failure is = now.get(name);
            if (is == null) {
                found.add(
                        Weight.BREAKING,
                        id,
                        id + ": the error " + name + " has gone, which callers may wait for.",
                        id + "：删除了调用方可能依赖的错误 " + name + "。");
            } else {
                found.text(
                        id,
                        id + ": the wording of " + name,
                        id + "：错误 " + name + " 的措辞",
                        failure.wording(),
                        is.wording());
            }
        });
        now.forEach((name, failure) -> {
            if (!old.containsKey(name)) {
                found.add(Weight.COMPATIBLE, id, id + ": the error " + name + " is new.", id + "：新增错误 " + name + "。");
            }
        });
    }

    private static Map<String, Failure> byName(OperationDescriptor operation) {
        Map<String, Failure> failures = new LinkedHashMap<>();
        for (Failure each : operation.failures()) {
            failures.put(each.reason().isEmpty() ? each.code().name() : each.code() + " " + each.reason(), each);
        }
        return failures;
    }

    private void result() {
        String was = kind(before.result());
        String is = kind(after.result());
        Optional<RecordType> old = record(before.result());
        Optional<RecordType> now = record(after.result());
        if (!was.equals(is)) {
            Text kinds = new Text("was " + was + " and is " + is + ".", "由 " + was + " 改为 " + is + "。");
            found.breaking(new Place(id, Side.OUTPUT, ""), kinds.en(), kinds.zh());
        } else if (old.isPresent() && now.isPresent()) {
            String rows = after.result() instanceof Result.Paged ? "items[]" : "";
            new TypeComparison(found).record(new Place(id, Side.OUTPUT, rows), old.get(), now.get());
        }
    }

    private static String kind(Result result) {
        return result instanceof Result.One ? "record" : result instanceof Result.Paged ? "page" : "none";
    }

    private static Optional<RecordType> record(Result result) {
        if (result instanceof Result.One one) {
            return Optional.of(one.type());
        }
        return result instanceof Result.Paged paged ? Optional.of(paged.row()) : Optional.empty();
    }
}
