package io.switchboard.core.internal.reader;

import io.switchboard.connector.Effect;
import io.switchboard.connector.Operation;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.Route;
import io.switchboard.core.descriptor.Route.Segment;
import io.switchboard.core.descriptor.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads where an operation stands over HTTP, and checks it against the input. */
final class RouteReader {
    private static final Pattern HTTP = Pattern.compile("(GET|POST|PUT|PATCH|DELETE) (/\\S*)");
    private static final Pattern LITERAL = Pattern.compile("[a-z0-9][a-z0-9.-]*");
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z][A-Za-z0-9]*)}");

    private final Mistakes mistakes;

    RouteReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Route read(Operation operation, String place, ValueType.RecordType input) {
        Route standard = new Route("POST", List.of(new Segment(operation.id(), false)));
        if (operation.http().isEmpty()) {
            return standard;
        }
        Matcher http = HTTP.matcher(operation.http());
        if (!http.matches()) {
            mistakes.add(
                    place,
                    "http \"" + operation.http()
                            + "\" is not a method (GET, POST, PUT, PATCH, DELETE), a space and a path");
            return standard;
        }
        Route route = new Route(http.group(1), segments(http.group(2), place));
        checkMethod(route, operation.effect(), place);
        checkPath(route, input, place);
        if (!route.hasBody()) {
            checkQuery(route, input, place);
        }
        return route;
    }

    /** The names in braces of an operation's path. */
    static Set<String> variables(Operation operation) {
        return VARIABLE.matcher(operation.http())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Segment> segments(String path, String place) {
        List<Segment> segments = new ArrayList<>();
        for (String part : path.substring(1).split("/", -1)) {
            Matcher variable = VARIABLE.matcher(part);
            if (variable.matches()) {
                segments.add(new Segment(variable.group(1), true));
            } else {
                if (!LITERAL.matcher(part).matches()) {
                    mistakes.add(place, "the path segment \"" + part + "\" is neither [a-z0-9.-] nor {member}");
                }
                segments.add(new Segment(part, false));
            }
        }
        return segments;
    }

    private void checkMethod(Route route, Effect effect, String place) {
        if (effect == Effect.READ) {
            if (!route.method().equals("GET") && !route.method().equals("POST")) {
                mistakes.add(place, "a READ is a GET, or a POST where its arguments belong in a body");
            }
        } else if (route.method().equals("GET")) {
            mistakes.add(place, "a " + effect + " may not be a GET");
        }
    }

    private void checkPath(Route route, ValueType.RecordType input, String place) {
        Set<String> seen = new HashSet<>();
        for (Segment segment : route.segments()) {
            if (!segment.variable()) {
                continue;
            }
            if (!seen.add(segment.text())) {
                mistakes.add(place, "{" + segment.text() + "} stands twice in the path");
            }
            Optional<Member> member = member(input, segment.text());
            if (member.isEmpty()) {
                mistakes.add(place, "{" + segment.text() + "} is no component of the input");
                continue;
            }
            if (member.get().optional() || !isFlat(member.get().type())) {
                mistakes.add(
                        place, "{" + segment.text() + "} is optional, or not one value; it cannot stand in a path");
            }
            if (member.get().sensitive().isPresent()) {
                mistakes.add(place, "{" + segment.text() + "} is @Sensitive; it may not stand in a path");
            }
        }
    }

    private void checkQuery(Route route, ValueType.RecordType input, String place) {
        for (Member member : input.members()) {
            if (isInPath(route, member.name())) {
                continue;
            }
            ValueType type = member.type() instanceof ValueType.ListType list ? list.element() : member.type();
            if (!isFlat(type)) {
                mistakes.add(
                        place,
                        "\"" + member.name() + "\" cannot stand in the query of a " + route.method()
                                + "; use a POST, or one value");
            }
            if (member.sensitive().isPresent()) {
                mistakes.add(place, "\"" + member.name() + "\" is @Sensitive; it may not stand in a query; use a POST");
            }
        }
    }

    private static boolean isInPath(Route route, String member) {
        for (Segment segment : route.segments()) {
            if (segment.variable() && segment.text().equals(member)) {
                return true;
            }
        }
        return false;
    }

    static boolean isFlat(ValueType type) {
        return !(type instanceof ValueType.RecordType
                || type instanceof ValueType.ListType
                || type instanceof ValueType.MapType
                || type instanceof ValueType.MoneyType
                || type instanceof ValueType.AttachmentType);
    }

    private static Optional<Member> member(ValueType.RecordType input, String name) {
        return input.members().stream()
                .filter(member -> member.name().equals(name))
                .findFirst();
    }
}
