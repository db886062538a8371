package io.switchboard.core.internal.reader;

import io.switchboard.connector.CustomerId;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Length;
import io.switchboard.connector.Matches;
import io.switchboard.connector.Owner;
import io.switchboard.connector.Range;
import io.switchboard.connector.Sensitive;
import io.switchboard.connector.Untrusted;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.List;

/** Checks a component of type {@code PageRequest}. */
final class PageComponent {
    private static final List<Class<? extends Annotation>> OTHERS = List.of(
            CustomerId.class,
            Describe.class,
            Example.class,
            Length.class,
            Matches.class,
            Owner.class,
            Range.class,
            Sensitive.class,
            Untrusted.class);

    private PageComponent() {}

    static void check(RecordComponent component, Use use, boolean top, Mistakes mistakes) {
        String place = Places.of(component);
        if (use.side() != Side.INPUT || !top) {
            mistakes.add(place, "a PageRequest stands at the top of an input only, and this is " + use.words());
        }
        for (Class<? extends Annotation> each : OTHERS) {
            if (component.isAnnotationPresent(each)) {
                mistakes.add(place, "@" + each.getSimpleName() + " says nothing on a PageRequest; leave it out");
            }
        }
    }
}
