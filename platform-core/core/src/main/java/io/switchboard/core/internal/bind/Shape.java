package io.switchboard.core.internal.bind;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.internal.mask.HandleValues;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The Java types behind an operation. Immutable.
 *
 * @param input the input record; empty where the operation takes none
 * @param result the result record, or the rows' record of a page; empty where the operation gives nothing
 * @param paged whether the result is a page
 */
public record Shape(Optional<Class<?>> input, Optional<Class<?>> result, boolean paged) {
    /** Whether an example fits the type of the member it is given for. */
    public static boolean fits(ValueType described, java.lang.reflect.Type type, JsonNode example) {
        Reading reading = Reading.ofArguments(Optional.empty(), HandleValues.NONE);
        try {
            return ReaderCompiler.value(described, type, ReaderCompiler.Marks.NONE)
                                    .read(example, reading)
                            != null
                    && reading.faults().isEmpty();
        } catch (ConnectorException | ConnectorBrokenException e) {
            return false;
        }
    }

    static Optional<Accessors.Getter> customer(ValueType.RecordType described, Class<?> type) {
        Iterator<Member> members = described.members().iterator();
        for (RecordComponent component : type.getRecordComponents()) {
            Member member = members.next();
            if (member.customerId()) {
                return Optional.of(Accessors.getter(component));
            }
            if (component.getType() == PageRequest.class) {
                members.next();
            }
        }
        return Optional.empty();
    }

    ValueType.RecordType resultType(OperationDescriptor descriptor) {
        Result described = descriptor.result();
        if (described instanceof Result.One one) {
            return one.type();
        } else if (described instanceof Result.Paged rows) {
            return rows.row();
        }
        throw new IllegalStateException(descriptor.name() + " gives nothing");
    }

    ResultWriter writer(OperationDescriptor descriptor, WriterCompiler compiler) {
        RecordWriter rows = compiler.record(resultType(descriptor), result.orElseThrow());
        return new ResultWriter(rows, paged, compiler.givesHandles());
    }

    ValueReader resultReader(OperationDescriptor descriptor) {
        RecordReader rows = ReaderCompiler.record(resultType(descriptor), result.orElseThrow());
        return paged ? (node, reading) -> page(node, rows, reading) : rows;
    }

    private static Page<?> page(JsonNode node, RecordReader rows, Reading reading) {
        List<Object> items = new ArrayList<>();
        for (JsonNode each : node.path("items")) {
            Object row = rows.read(each, reading);
            if (row != null) {
                items.add(row);
            }
        }
        Page<?> page = Page.of(items, Optional.ofNullable(node.get("next")).map(JsonNode::textValue));
        JsonNode total = node.get("total");
        return total == null ? page : page.withTotal(total.asLong());
    }
}
