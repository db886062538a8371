package io.switchboard.rest.internal.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.switchboard.core.call.ArgumentFault;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.descriptor.ValueType.ListType;
import io.switchboard.core.descriptor.ValueType.MapType;
import io.switchboard.core.descriptor.ValueType.RecordType;
import io.switchboard.core.value.TextArguments;
import io.switchboard.rest.internal.request.XmlCursor.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Makes the JSON of a type out of XML, noting what does not fit the shape; what does not fit the type, the binder notes. */
final class XmlValues {
    private static final int MOST_FAULTS = 50;
    private static final ValueType TEXT = new ValueType.TextType(0, Integer.MAX_VALUE, "");
    private static final Map<String, ValueType> MONEY = Map.of("amount", TEXT, "currency", TEXT);
    private static final Map<String, ValueType> ATTACHMENT =
            Map.of("id", TEXT, "name", TEXT, "mediaType", TEXT, "size", TEXT, "sha256", TEXT);

    private final XmlCursor xml;
    private final List<ArgumentFault> faults = new ArrayList<>(0);

    XmlValues(XmlCursor xml) {
        this.xml = xml;
    }

    ObjectNode request(RecordType type) throws XMLStreamException, CallFailure {
        xml.next();
        if (!xml.name().equals("request")) {
            fault("", "type", new Text("The root element request.", "根元素应为 request。"));
            throw CallFailure.ofArguments(faults);
        }
        ObjectNode request = record(members(type), "");
        while (xml.next() != Step.FINISH) {
            // What may still come is comments; the parser refuses all else.
        }
        if (!faults.isEmpty()) {
            throw CallFailure.ofArguments(faults);
        }
        return request;
    }

    private JsonNode value(ValueType type, String path) throws XMLStreamException, CallFailure {
        if (type instanceof RecordType record) {
            return record(members(record), path);
        }
        if (type instanceof ListType list) {
            return list(list, path);
        }
        if (type instanceof MapType map) {
            return map(map, path);
        }
        if (type instanceof ValueType.MoneyType) {
            return record(MONEY, path);
        }
        if (type instanceof ValueType.AttachmentType) {
            return record(ATTACHMENT, path);
        }
        return scalar(type, path);
    }

    private static Map<String, ValueType> members(RecordType type) {
        Map<String, ValueType> members = new HashMap<>();
        for (Member member : type.members()) {
            members.put(member.name(), member.type());
        }
        return members;
    }

    private ObjectNode record(Map<String, ValueType> members, String path) throws XMLStreamException, CallFailure {
        refuseAttributes(path);
        ObjectNode record = JsonArguments.NODES.objectNode();
        while (nextElement(path)) {
            String name = xml.name();
            String inner = path.isEmpty() ? name : path + "." + name;
            ValueType type = members.get(name);
            if (type == null) {
                // The binder knows what to say of it.
                record.set(name, TextNode.valueOf(""));
                xml.skip();
            } else if (record.has(name)) {
                fault(
                        inner,
                        "value",
                        new Text("The element once; a list has its entries within it.", "元素只能出现一次；列表项应包在其中。"));
                xml.skip();
            } else {
                record.set(name, value(type, inner));
            }
        }
        return record;
    }

    private ArrayNode list(ListType type, String path) throws XMLStreamException, CallFailure {
        refuseAttributes(path);
        ArrayNode list = JsonArguments.NODES.arrayNode();
        while (nextElement(path)) {
            if (xml.name().equals("item")) {
                list.add(value(type.element(), path + "[" + list.size() + "]"));
            } else {
                fault(path, "type", new Text("Elements item.", "应为 item 元素。"));
                xml.skip();
            }
        }
        return list;
    }

    private ObjectNode map(MapType type, String path) throws XMLStreamException, CallFailure {
        refuseAttributes(path);
        ObjectNode map = JsonArguments.NODES.objectNode();
        while (nextElement(path)) {
            String key = xml.attributes() == 1 ? xml.attribute("key") : null;
            if (!xml.name().equals("entry") || key == null || map.has(key)) {
                fault(path, "type", new Text("Elements entry, each with another key.", "应为 entry 元素，且 key 各不相同。"));
                xml.skip();
            } else {
                map.set(key, value(type.value(), path + "." + key));
            }
        }
        return map;
    }

    private JsonNode scalar(ValueType type, String path) throws XMLStreamException, CallFailure {
        refuseAttributes(path);
        StringBuilder text = new StringBuilder();
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.TEXT) {
                text.append(xml.text());
            } else {
                fault(path, "type", new Text("Text, and no elements.", "应为文本，不含子元素。"));
                xml.skip();
            }
        }
        String content = text.toString();
        return TextArguments.node(type, type instanceof ValueType.TextType ? content : content.strip());
    }

    /** Moves to the next element within the one that is open; false at its end. */
    private boolean nextElement(String path) throws XMLStreamException, CallFailure {
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                return true;
            }
            if (!xml.text().isBlank()) {
                fault(path, "type", new Text("Elements, and no text between them.", "应为子元素，其间不得有文本。"));
            }
        }
        return false;
    }

    /** Only an entry of a map has one, its key; the map has seen to that. */
    private void refuseAttributes(String path) {
        if (xml.attributes() > 0 && !xml.name().equals("entry")) {
            fault(path, "unknown", new Text("No attributes.", "不得有属性。"));
        }
    }

    private void fault(String path, String fault, Text expected) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new ArgumentFault(path, fault, expected));
        }
    }
}
