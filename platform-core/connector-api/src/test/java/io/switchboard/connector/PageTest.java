package io.switchboard.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void copiesItsRows() {
        List<String> rows = new ArrayList<>(List.of("a"));
        Page<String> page = Page.last(rows);
        rows.add("b");
        assertEquals(List.of("a"), page.items());
        assertEquals(Optional.empty(), page.next());
        assertEquals(OptionalLong.empty(), page.total());
    }

    @Test
    void keepsTheRestWhereOnePartChanges() {
        Page<String> page = Page.of(List.of("1", "2"), Optional.of("at 2")).withTotal(5);
        assertEquals(Page.of(List.of(1, 2), Optional.of("at 2")).withTotal(5), page.map(Integer::valueOf));
        assertEquals(Page.last(List.of("1", "2")).withTotal(5), page.withNext(Optional.empty()));
        assertNotEquals(page, page.withTotal(6));
        assertEquals(page.hashCode(), page.withTotal(5).hashCode());
    }

    @Test
    void refusesANegativeTotal() {
        assertThrows(IllegalArgumentException.class, () -> Page.empty().withTotal(-5));
    }

    @Test
    void tellsNothingOfItsRows() {
        assertFalse(Page.last(List.of("13800138000")).toString().contains("138"));
    }

    @Test
    void asksForNoMoreThanIsAllowed() {
        assertEquals(PageRequest.of(Optional.empty(), 20), PageRequest.first(PageRequest.DEFAULT_LIMIT));
        assertEquals(
                Optional.of("x"),
                PageRequest.of(Optional.of("x"), PageRequest.MAX_LIMIT).cursor());
        assertThrows(IllegalArgumentException.class, () -> PageRequest.first(0));
        assertThrows(IllegalArgumentException.class, () -> PageRequest.first(99_999));
    }
}
