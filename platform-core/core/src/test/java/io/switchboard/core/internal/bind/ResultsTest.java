package io.switchboard.core.internal.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.core.security.MaskingProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultsTest {
    @ParameterizedTest
    @CsvSource({"7, PageRequest.limit() is 7", "200, Page.next() of 501 characters"})
    void refusesPagesOfMoreThanWasAskedFor(int limit, String message) {
        IllegalResultException refused = assertThrows(
                IllegalResultException.class, () -> Bound.operation("rows").result("{\"limit\":" + limit + "}"));

        assertTrue(String.valueOf(refused.getMessage()).contains(message), refused::getMessage);
    }

    @Test
    void takesAFullPage() throws Throwable {
        Bound.operation("rows").result("{\"limit\":8}");
    }

    @ParameterizedTest
    @CsvSource({
        "huge, shop.v1.prices.Answer.price is a number with 1 digits and scale -50000000",
        "long, shop.v1.prices.Answer.price is a number with 61 digits",
        "polluted, shop.v1.prices.Answer.tags holds a value of another type"
    })
    void refusesResultsThatCannotBeWritten(String what, String message) throws Throwable {
        Bound prices = Bound.operation("prices");
        Object result = prices.result("{\"what\":\"" + what + "\"}");

        IllegalResultException refused = assertThrows(
                IllegalResultException.class,
                () -> Bound.written(
                        out -> prices.get().writer(MaskingProfile.HIDE_ALL).write(result, out)));
        assertTrue(String.valueOf(refused.getMessage()).contains(message), refused::getMessage);
    }

    @Test
    void mendsHalvesOfCharacters() throws Throwable {
        Bound prices = Bound.operation("prices");
        Object result = prices.result("{\"what\":\"half\"}");

        assertEquals(
                "{\"price\":\"1\",\"name\":\"cut \ufffd\",\"tags\":[]}",
                Bound.written(
                        out -> prices.get().writer(MaskingProfile.HIDE_ALL).write(result, out)));
    }

    @Test
    void recordsCredentialsWholeAndShowsThemToNobody() throws Throwable {
        Bound login = Bound.operation("login");
        Shop.Login result = new Shop.Login("pw-1", "a\u200bb");

        String recorded = Bound.written(out -> login.get().writeWholeResult(result, out));
        assertEquals("{\"password\":\"pw-1\",\"note\":\"a\u200bb\"}", recorded);
        assertEquals(result, login.get().readResult(new ObjectMapper().readTree(recorded)));
        assertEquals(
                "{\"note\":\"ab\"}",
                Bound.written(out -> login.get().writer(MaskingProfile.HIDE_ALL).write(result, out)));
        assertEquals("{\"note\":\"ab\"}", Bound.written(out -> login.get().writeArguments(result, out)));
    }

    @Test
    void tellsRequestsApartByTheirCredentialsAndPages() throws Throwable {
        assertNotEquals(
                whole("login", "{\"password\":\"pw-1\",\"note\":\"\"}"),
                whole("login", "{\"password\":\"pw-2\",\"note\":\"\"}"));
        assertNotEquals(whole("rows", "{\"limit\":1}"), whole("rows", "{\"limit\":2}"));
        assertEquals("{\"limit\":2}", whole("rows", "{\"limit\":2}"), "as it came, so that it can be bound again");
        assertEquals("{\"cursor\":\"c\",\"limit\":20}", whole("rows", "{\"cursor\":\"c\"}"));
    }

    private static String whole(String operation, String arguments) throws Throwable {
        Bound bound = Bound.operation(operation);
        Object input = bound.input(arguments);
        return Bound.written(out -> bound.get().writeWholeArguments(input, out));
    }
}
