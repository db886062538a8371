package io.switchboard.core.internal.reader;

import io.switchboard.connector.Audience;
import io.switchboard.connector.CallContext;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Effect;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.Repeat;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.internal.bind.PageMembers;
import io.switchboard.core.internal.bind.Shape;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads one operation off its method. */
final class OperationReader {
    private static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(10);
    private static final Duration LONGEST_DEADLINE = Duration.ofMinutes(10);

    private final ConnectorType connector;
    private final Mistakes mistakes;
    private final TypeReader types;

    OperationReader(ConnectorType connector, Mistakes mistakes) {
        this.connector = connector;
        this.mistakes = mistakes;
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
        checkName(operation, name, place);
        checkMethod(method, place);
        Optional<Class<?>> inputType = inputType(method, place);
        ValueType.RecordType input = inputType
                .map(type -> types.record(type, name + ".Request", Side.INPUT))
                .orElseGet(() -> new ValueType.RecordType(name + ".Request", Text.NONE, List.of()));
        Optional<Class<?>> resultType = resultType(method.getGenericReturnType(), place);
        boolean paged = method.getReturnType() == Page.class;
        Result result = result(name, resultType, paged);
        checkPaging(input, paged, place);
        checkCustomer(operation, input, place);
        checkSemantics(operation, place);
        OperationDescriptor descriptor = new OperationDescriptor(
                connector.id(),
                connector.version(),
                operation.id(),
                new RouteReader(mistakes).read(operation, place, input),
                operation.effect(),
                operation.audience(),
                operation.scope(),
                deadline(operation, place),
                operation.repeat(),
                operation.idempotent() || operation.effect() == Effect.READ,
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

    private void checkName(Operation operation, String name, String place) {
        if (!operation.id().matches("[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*)*")) {
            mistakes.add(place, "the id \"" + operation.id() + "\" is not of segments [a-z][a-z0-9]* joined by dots");
        }
        if (name.length() > Limits.NAME) {
            mistakes.add(place, "the name " + name + " is longer than " + Limits.NAME + " characters");
        }
        if (!operation.scope().matches("[a-z][a-z0-9]*\\.[a-z][a-z0-9]*")
                || !operation.scope().startsWith(connector.id() + ".")) {
            mistakes.add(
                    place,
                    "the scope \"" + operation.scope() + "\" is not \"" + connector.id()
                            + ".\" and a word [a-z][a-z0-9]*");
        }
    }

    private void checkMethod(Method method, String place) {
        if (Modifier.isStatic(method.getModifiers()) || method.getTypeParameters().length > 0) {
            mistakes.add(place, "an operation is neither static nor generic");
        }
    }

    private Optional<Class<?>> inputType(Method method, String place) {
        List<Class<?>> parameters = Arrays.asList(method.getParameterTypes());
        boolean context = !parameters.isEmpty() && parameters.get(parameters.size() - 1) == CallContext.class;
        List<Class<?>> inputs = context ? parameters.subList(0, parameters.size() - 1) : parameters;
        if (inputs.size() > 1 || (inputs.size() == 1 && !inputs.get(0).isRecord())) {
            mistakes.add(place, "an operation takes one record or none, then a CallContext or none");
            return Optional.empty();
        }
        return inputs.stream().findFirst();
    }

    Optional<Class<?>> resultType(Type type, String place) {
        if (type == void.class || type == Void.class) {
            return Optional.empty();
        }
        Type record = type instanceof ParameterizedType generic && generic.getRawType() == Page.class
                ? generic.getActualTypeArguments()[0]
                : type;
        if (record instanceof Class<?> raw && raw.isRecord()) {
            return Optional.of(raw);
        }
        mistakes.add(place, "an operation gives back one record, a Page of records, or nothing");
        return Optional.empty();
    }

    private Result result(String name, Optional<Class<?>> type, boolean paged) {
        if (type.isEmpty()) {
            return new Result.None();
        }
        return paged
                ? new Result.Paged(types.record(type.get(), name + ".Row", Side.RESULT))
                : new Result.One(types.record(type.get(), name + ".Answer", Side.RESULT));
    }

    private void checkPaging(ValueType.RecordType input, boolean paged, String place) {
        long requests = input.members().stream()
                .filter(member -> member.equals(PageMembers.LIST.get(0)))
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

    private void checkCustomer(Operation operation, ValueType.RecordType input, String place) {
        long named = input.members().stream().filter(Member::customerId).count();
        if (operation.audience() == Audience.CUSTOMER && named != 1) {
            mistakes.add(
                    place, "is for CUSTOMER, so exactly one component of its input is @CustomerId; there are " + named);
        }
        if (operation.audience() == Audience.STAFF && named > 1) {
            mistakes.add(place, "has " + named + " components that are @CustomerId; one is the most");
        }
        if (operation.audience() == Audience.PUBLIC && named > 0) {
            mistakes.add(place, "is PUBLIC, so it is about no customer and has no @CustomerId");
        }
    }

    private void checkSemantics(Operation operation, String place) {
        if (operation.repeat() == Repeat.SAME && operation.effect() != Effect.WRITE) {
            mistakes.add(place, "repeat = SAME is for a WRITE; a DESTRUCTIVE one needs the caller's own key");
        }
        if (operation.effect() == Effect.DESTRUCTIVE && operation.idempotent()) {
            mistakes.add(place, "what is DESTRUCTIVE is not idempotent");
        }
    }

    private Duration deadline(Operation operation, String place) {
        if (operation.deadline().isEmpty()) {
            return DEFAULT_DEADLINE;
        }
        try {
            Duration deadline = Duration.parse(operation.deadline());
            if (deadline.compareTo(Duration.ofMillis(1)) >= 0 && deadline.compareTo(LONGEST_DEADLINE) <= 0) {
                return deadline;
            }
        } catch (DateTimeParseException e) {
            // Told below, with the bounds.
        }
        mistakes.add(
                place, "the deadline \"" + operation.deadline() + "\" is not a duration such as PT5S, up to PT10M");
        return DEFAULT_DEADLINE;
    }

    private Text description(Method method, String place) {
        Text text = TypeReader.text(method);
        if (text.en().isBlank() || text.zh().isBlank()) {
            mistakes.add(place, "needs @Describe in both languages");
        }
        return text;
    }
}
