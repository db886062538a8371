package io.switchboard.rest.internal.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.service.servlet.runtime.dto.FilterDTO;

class FilterPathsTest {
    @ParameterizedTest
    @CsvSource({
        "/*, /cards/who, true",
        "/, /cards/who, true",
        "/cards/*, /cards/who, true",
        "/cards/*, /cards, true",
        "/cards/*, /cardsmen, false",
        "/cards/who, /cards/who, true",
        "/cards/who, /cards/who/else, false",
        "*.jpg, /a/b.jpg, true",
        "*.jpg, /a/jpg, false"
    })
    void aPatternStandsBeforeAPath(String pattern, String path, boolean stands) {
        FilterDTO filter = filter();
        filter.patterns = new String[] {pattern};
        assertEquals(stands, FilterPaths.match(filter, path, "Cards"));
    }

    @ParameterizedTest
    @CsvSource({"Cards, , true", "Others, , false", "Others, /ca.*, true", "Others, /ca, false"})
    void soDoNamesAndExpressions(String name, String regex, boolean stands) {
        FilterDTO filter = filter();
        filter.servletNames = new String[] {name};
        filter.regexs = regex == null ? new String[0] : new String[] {regex};
        assertEquals(stands, FilterPaths.match(filter, "/cards/who", "Cards"));
    }

    private static FilterDTO filter() {
        FilterDTO filter = new FilterDTO();
        filter.patterns = new String[0];
        filter.servletNames = new String[0];
        filter.regexs = new String[0];
        return filter;
    }
}
