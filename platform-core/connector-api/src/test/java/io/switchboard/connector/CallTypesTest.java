package io.switchboard.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallTypesTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    @Test
    void aPrincipalHasAUserOrNone() {
        Principal bot = Principal.builder("bot", Principal.Kind.AUTONOMOUS).build();
        Principal desk =
                Principal.builder("desk", Principal.Kind.ASSIST).user("e1").build();
        assertEquals(Optional.empty(), bot.user());
        assertEquals(Optional.of("e1"), desk.user());
        assertEquals(bot, Principal.builder("bot", Principal.Kind.AUTONOMOUS).build());
        assertNotEquals(bot, desk);
    }

    @Test
    void aProbeGivesAResultOnlyWhereItIsDone() {
        assertEquals(ProbeResult.done("x"), ProbeResult.of(Optional.of("x")));
        assertEquals(ProbeResult.notDone(), ProbeResult.of(Optional.empty()));
        assertEquals(ProbeResult.State.UNKNOWN, ProbeResult.unknown().state());
        assertNull(ProbeResult.unknown().result());
        assertNotEquals(ProbeResult.notDone(), ProbeResult.unknown());
        assertFalse(ProbeResult.done("13800138000").toString().contains("138"));
    }

    @Test
    void aTraceIsWrittenAsAHeader() {
        assertEquals(
                "00-" + TRACE + "-" + SPAN + "-01", Trace.of(TRACE, SPAN, true).traceparent());
        assertEquals(Trace.of(TRACE, SPAN, false), Trace.of(TRACE, SPAN, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000000000000000", "B7AD6B7169203331", "b7ad6b716920333", "b7ad6b71692033311"})
    void aTraceRefusesOtherIds(String span) {
        assertThrows(IllegalArgumentException.class, () -> Trace.of(TRACE, span, true));
    }

    @Test
    void aSecretTellsNothing() {
        assertEquals("Secret[hidden]", Secret.of("hunter2").toString());
        assertEquals("hunter2", Secret.of("hunter2").reveal());
    }
}
