package io.switchboard.core.internal.reader;

import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.internal.bind.Shape;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads one operation off its method. */
final class OperationReader {
    private final ConnectorType connector;
    private final Mistakes mistakes;
    private final Signature signature;
    private final TypeReader types;

    OperationReader(ConnectorType connector, Mistakes mistakes) {
        this.connector = connector;
        this.mistakes = mistakes;
        this.signature = new Signature(mistakes);
        this.types = new TypeReader(connector.id() + ".v" + connector.version(), mistakes);
    }

    /**
     * What was read; of use only where there were no mistakes.
     *
     * @param method the method itself
     * @param descriptor what it is
     * @param shape its Java types
     */
    record Read(Method method, OperationDescriptor descriptor, Shape shape) {}

    Read read(Method method, boolean probed) {
        Operation operation = method.getAnnotation(Operation.class);
        String place = Places.of(method);
        String name = connector.id() + ".v" + connector.version() + "." + operation.id();
        types.begin();
        Optional<Class<?>> inputType = signature.input(method, "an operation");
        Use use = Use.input(place, RouteReader.variables(operation));
        ValueType.RecordType input = inputType
                .map(type -> types.record(type, name + ".Request", use))
                .orElseGet(() -> new ValueType.RecordType(name + ".Request", Text.NONE, List.of()));
        Optional<Class<?>> resultType = signature.result(method);
        boolean paged = method.getReturnType() == Page.class;
        Result result = result(name, resultType, paged, place);
        checkPaging(inputType, paged, place);
        Semantics semantics = new Semantics(operation, place, mistakes);
        semantics.check(connector, input);
        OperationDescriptor descriptor = new OperationDescriptor(
                connector.id(),
                connector.version(),
                operation.id(),
                new RouteReader(mistakes).read(operation, place, input),
                operation.effect(),
                operation.audience(),
                operation.scope(),
                semantics.deadline(),
                operation.repeat(),
                semantics.idempotent(),
                probed,
                operation.assurance(),
                operation.approval(),
                operation.since(),
                operation.deprecated(),
                description(method, place),
                FailureReader.read(method, mistakes),
                input,
                result);
        return new Read(method, descriptor, new Shape(inputType, resultType, paged));
    }

    private Result result(String name, Optional<Class<?>> type, boolean paged, String place) {
        if (type.isEmpty()) {
            return new Result.None();
        }
        return paged
                ? new Result.Paged(types.record(type.get(), name + ".Row", Use.result(place)))
                : new Result.One(types.record(type.get(), name + ".Answer", Use.result(place)));
    }

    private void checkPaging(Optional<Class<?>> input, boolean paged, String place) {
        long requests = input.stream()
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(component -> component.getType() == PageRequest.class)
                .count();
        if (paged && requests != 1) {
            mistakes.add(
                    place,
                    "gives back a Page, so its input needs one component of type " + PageRequest.class.getSimpleName());
        }
        if (!paged && requests > 0) {
            mistakes.add(place, "takes a PageRequest and gives back no Page");
        }
    }

    private Text description(Method method, String place) {
        Text text = TypeReader.text(method);
        if (text.en().isBlank() || text.zh().isBlank()) {
            mistakes.add(place, "needs @Describe in both languages");
        }
        return text;
    }
}
