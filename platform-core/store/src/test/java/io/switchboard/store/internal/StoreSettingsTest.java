package io.switchboard.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StoreSettingsTest {
    private static final String URL = "jdbc:postgresql://db.example.com:5432/hub";

    @Test
    void isEmbeddedWhereNothingIsSet() {
        assertTrue(StoreSettings.of(Map.of("service.pid", "x")).url().isEmpty());
        assertEquals(8, StoreSettings.of(Map.of()).connections());
    }

    @Test
    void isWhereTheUrlSays() {
        StoreSettings settings = StoreSettings.of(
                Map.of("url", URL + "?sslmode=require", "user", "hub", "password", "s3cret", "connections.each", "4"));
        assertEquals(Optional.of(URL + "?sslmode=require"), settings.url());
        assertEquals("s3cret", settings.password().reveal());
        assertEquals(4, settings.connections());
        assertFalse(settings.toString().contains("s3cret"));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:mem:x, hub, s3cret, 8, jdbc:postgresql",
        "jdbc:postgresql://db, hub, s3cret, 8, jdbc:postgresql",
        "jdbc:postgresql://db/hub?user=hub&password=s3cret, hub, x, 8, keys of their own",
        "jdbc:postgresql://hub:s3cret@db/hub, hub, x, 8, keys of their own",
        "jdbc:postgresql://db/hub, , s3cret, 8, have to be set",
        "jdbc:postgresql://db/hub, hub, , 8, have to be set",
        ", hub, s3cret, 8, no url",
        "jdbc:postgresql://db/hub, hub, s3cret, 1, connections.each",
        "jdbc:postgresql://db/hub, hub, s3cret, many, connections.each",
    })
    void namesWhatIsWrongAndNothingSecret(
            String url, String user, String password, String connections, String message) {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> StoreSettings.of(Map.of(
                        "url", text(url),
                        "user", text(user),
                        "password", text(password),
                        "connections.each", connections)));
        assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
        assertFalse(String.valueOf(e.getMessage()).contains("s3cret"), e.getMessage());
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }

    @Test
    void refusesKeysThatAreNone() {
        assertTrue(String.valueOf(
                        assertThrows(IllegalArgumentException.class, () -> StoreSettings.of(Map.of("uri", URL)))
                                .getMessage())
                .contains("uri"));
    }
}
