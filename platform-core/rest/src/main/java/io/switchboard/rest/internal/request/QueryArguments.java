package io.switchboard.rest.internal.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.switchboard.core.call.ArgumentFault;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType.ListType;
import io.switchboard.core.value.TextArguments;
import io.switchboard.rest.internal.path.Percent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads arguments from a query; a list is a member repeated. */
final class QueryArguments {
    private static final int MOST = 500;
    private static final int LONGEST_NAME = 60;
    private static final Text ENCODING = new Text("Percent-encoded UTF-8.", "应为百分号编码的 UTF-8。");
    private static final Text FEWER = new Text("At most 500 parameters.", "最多 500 个参数。");
    private static final Text BODY =
            new Text("In the body: personal data stands in no address.", "应放在请求体中：个人数据不得出现在地址里。");

    private final ObjectNode arguments;
    private final Map<String, Member> members;
    private final List<ArgumentFault> faults;
    private final Set<String> given = new HashSet<>();

    /** Adds to arguments that path and body have already gone into. */
    QueryArguments(ObjectNode arguments, Map<String, Member> members, List<ArgumentFault> faults) {
        this.arguments = arguments;
        this.members = members;
        this.faults = faults;
    }

    void add(String query) {
        int start = 0;
        for (int count = 0; start <= query.length(); count++) {
            if (count == MOST) {
                faults.add(new ArgumentFault("", "length", FEWER));
                return;
            }
            int end = query.indexOf('&', start);
            if (end < 0) {
                end = query.length();
            }
            if (end > start) {
                parameter(query.substring(start, end));
            }
            start = end + 1;
        }
    }

    private void parameter(String raw) {
        int equals = raw.indexOf('=');
        String name = Percent.query(equals < 0 ? raw : raw.substring(0, equals));
        String value = Percent.query(equals < 0 ? "" : raw.substring(equals + 1));
        if (name == null || value == null) {
            faults.add(new ArgumentFault(name == null ? "" : shortened(name), "format", ENCODING));
            return;
        }
        Member member = members.get(name);
        if (member == null) {
            // The binder knows what to say of it.
            arguments.set(name, TextNode.valueOf(""));
        } else if (member.sensitive().isPresent()) {
            faults.add(new ArgumentFault(name, "value", BODY));
        } else {
            put(member, value);
        }
    }

    private void put(Member member, String value) {
        String name = member.name();
        boolean first = given.add(name);
        JsonNode there = arguments.get(name);
        if (member.type() instanceof ListType list) {
            if (there == null) {
                there = arguments.putArray(name);
            } else if (first) {
                faults.add(new ArgumentFault(name, "value", WireArguments.ONCE));
            }
            if (there instanceof ArrayNode entries) {
                entries.add(TextArguments.node(list.element(), value));
            }
        } else if (there != null) {
            faults.add(new ArgumentFault(name, "value", WireArguments.ONCE));
        } else {
            arguments.set(name, TextArguments.node(member.type(), value));
        }
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }
}
