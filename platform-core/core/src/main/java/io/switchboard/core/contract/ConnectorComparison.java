package io.switchboard.core.contract;

import io.switchboard.core.contract.ContractChange.Weight;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.descriptor.OperationDescriptor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares two descriptors of one major. The rules, and why, stand in docs/testkit.md. */
final class ConnectorComparison {
    private ConnectorComparison() {}

    static List<ContractChange> of(ConnectorDescriptor before, ConnectorDescriptor after) {
        Found found = new Found();
        String name = after.name();
        Map<String, OperationDescriptor> old = byId(before);
        Map<String, OperationDescriptor> now = byId(after);
        TreeSet<String> ids = new TreeSet<>(old.keySet());
        ids.addAll(now.keySet());
        for (String id : ids) {
            OperationDescriptor was = old.get(id);
            OperationDescriptor is = now.get(id);
            if (is == null) {
                found.add(Weight.BREAKING, id, id + ": the operation has gone.", id + "：操作已删除。");
            } else if (was == null) {
                found.add(Weight.COMPATIBLE, id, id + ": the operation is new.", id + "：新增操作。");
            } else {
                new OperationComparison(was, is, found).compare();
            }
        }
        found.text(name, name + ": the title", name + "：标题", before.title(), after.title());
        found.text(name, name + ": the description", name + "：说明", before.description(), after.description());
        return found.all();
    }

    private static Map<String, OperationDescriptor> byId(ConnectorDescriptor connector) {
        Map<String, OperationDescriptor> operations = new TreeMap<>();
        connector.operations().forEach(each -> operations.put(each.id(), each));
        return operations;
    }
}
