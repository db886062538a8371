package io.switchboard.rest.internal.path;

import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Route;
import io.switchboard.core.descriptor.Route.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An operation at one of its addresses. Immutable.
 *
 * @param operation the operation
 * @param name its canonical name, which is put together once
 * @param body whether arguments may come in a body
 * @param variables the members that stand in the path
 * @param members all members by name
 */
public record Endpoint(
        OperationDescriptor operation,
        String name,
        boolean body,
        List<Variable> variables,
        Map<String, Member> members) {
    /**
     * A member that stands in the path.
     *
     * @param segment which segment of the whole path
     * @param member the member
     */
    public record Variable(int segment, Member member) {}

    /** The operation at a route; as many segments stand before the route's own. */
    static Endpoint of(OperationDescriptor operation, Route route, int before) {
        Map<String, Member> members = operation.input().members().stream()
                .collect(Collectors.toUnmodifiableMap(Member::name, Function.identity()));
        List<Variable> variables = new ArrayList<>();
        for (int i = 0; i < route.segments().size(); i++) {
            Segment segment = route.segments().get(i);
            Member member = segment.variable() ? members.get(segment.text()) : null;
            if (member != null) {
                variables.add(new Variable(before + i, member));
            }
        }
        return new Endpoint(operation, operation.name(), route.hasBody(), List.copyOf(variables), members);
    }
}
