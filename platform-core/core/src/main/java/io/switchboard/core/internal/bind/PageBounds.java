package io.switchboard.core.internal.bind;

import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;

/** Holds a page against what was asked for, and against what the hub can hand on. Immutable. */
final class PageBounds {
    private static final int LONGEST_NEXT = 500;

    private final Accessors.Getter request;

    private PageBounds(Accessors.Getter request) {
        this.request = request;
    }

    /** Those of an input; empty where it asks for no page. */
    static Optional<PageBounds> of(Class<?> input) {
        return Arrays.stream(input.getRecordComponents())
                .filter(PageBounds::isPageRequest)
                .findFirst()
                .map(Accessors::getter)
                .map(PageBounds::new);
    }

    private static boolean isPageRequest(RecordComponent component) {
        return component.getType() == PageRequest.class;
    }

    void check(Object input, Page<?> page) throws IllegalResultException {
        int rows = page.items().size();
        if (request.get(input) instanceof PageRequest asked && rows > asked.limit()) {
            throw new IllegalResultException("a page of " + rows + " rows, where PageRequest.limit() is "
                    + asked.limit() + "; give back no more, and a Page.next() for the rest");
        }
        if (page.next().isPresent() && page.next().get().length() > LONGEST_NEXT) {
            throw new IllegalResultException(
                    "Page.next() of " + page.next().get().length() + " characters; " + LONGEST_NEXT + " are the most");
        }
    }
}
