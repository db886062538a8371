package io.switchboard.core.internal.reader;

import io.switchboard.core.descriptor.Route;
import io.switchboard.core.descriptor.Route.Segment;
import java.util.List;

/** Finds pairs of routes of which nobody can say which one a path is for. */
final class RouteOverlaps {
    private final Mistakes mistakes;

    RouteOverlaps(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    void check(List<OperationReader.Read> operations) {
        for (int i = 0; i < operations.size(); i++) {
            for (int k = 0; k < i; k++) {
                check(operations.get(i), operations.get(k));
            }
        }
    }

    private void check(OperationReader.Read read, OperationReader.Read earlier) {
        Route route = read.descriptor().route();
        Route other = earlier.descriptor().route();
        if (!fitTheSame(route, other)
                || read.descriptor().id().equals(earlier.descriptor().id())) {
            return;
        }
        boolean routeIsCloser = isCloserSomewhere(route, other);
        boolean otherIsCloser = isCloserSomewhere(other, route);
        String place = Places.of(read.method());
        String place2 = Places.of(earlier.method());
        if (!routeIsCloser && !otherIsCloser) {
            mistakes.add(place, "the route " + words(route) + " is that of " + place2 + " already");
        } else if (routeIsCloser && otherIsCloser) {
            mistakes.add(
                    place,
                    "the route " + words(route) + " and " + words(other) + " of " + place2 + " both fit "
                            + common(route, other) + "; change one of them");
        }
    }

    private static boolean fitTheSame(Route one, Route other) {
        if (!one.method().equals(other.method())
                || one.segments().size() != other.segments().size()) {
            return false;
        }
        for (int i = 0; i < one.segments().size(); i++) {
            Segment a = one.segments().get(i);
            Segment b = other.segments().get(i);
            if (!a.variable() && !b.variable() && !a.text().equals(b.text())) {
                return false;
            }
        }
        return true;
    }

    /** Whether it has a literal where the other takes anything. */
    private static boolean isCloserSomewhere(Route one, Route other) {
        for (int i = 0; i < one.segments().size(); i++) {
            if (!one.segments().get(i).variable() && other.segments().get(i).variable()) {
                return true;
            }
        }
        return false;
    }

    private static String common(Route one, Route other) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < one.segments().size(); i++) {
            Segment a = one.segments().get(i);
            Segment b = other.segments().get(i);
            path.append('/').append(!a.variable() ? a.text() : b.variable() ? "{" + a.text() + "}" : b.text());
        }
        return path.toString();
    }

    private static String words(Route route) {
        return route.method() + " " + route.template();
    }
}
