package io.switchboard.rest.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | JSON",
                "*/* | JSON",
                "application/xml | XML",
                "text/xml | TEXT_XML",
                "application/problem+json | JSON",
                "application/problem+xml | XML",
                "application/* | JSON",
                "text/* | TEXT_XML",
                "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8 | XML",
                "application/json;q=0.2, application/xml;q=0.5 | XML",
                "application/json;q=0, */*;q=0.1 | XML",
                "Application/JSON; charset=\"utf-8,x\" ; q=1.000 | JSON",
                "text/html, */*;q=0.001 | JSON",
            })
    void choosesWhatIsLikedBest(String accept, Format format) {
        assertEquals(format, Negotiation.format(accept));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html",
                "application/json;q=0",
                "*/*;q=0",
                "application/json;q=x",
                "application/json;q=0.1234",
                "''"
            })
    void findsNothingWhereNothingIsAccepted(String accept) {
        assertNull(Negotiation.format(accept));
    }

    @Test
    void takesSilenceForJson() {
        assertEquals(Format.JSON, Negotiation.format(null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN,zh;q=0.9,en;q=0.8 | zh",
                "en | en",
                "en,zh | en",
                "zh,en | zh",
                "fr, zh;q=0.1 | zh",
                "fr | en",
                "zh;q=0 | en",
                "zho | en",
            })
    void choosesTheLanguage(String accept, String language) {
        assertEquals(language, Languages.of(accept).getLanguage());
    }
}
