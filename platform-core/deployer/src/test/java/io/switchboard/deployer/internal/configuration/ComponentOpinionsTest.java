package io.switchboard.deployer.internal.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

class ComponentOpinionsTest {
    private static final String PID = "io.switchboard.core";

    private final ComponentDescriptionDTO component = new ComponentDescriptionDTO();
    private final ComponentConfigurationDTO state = new ComponentConfigurationDTO();
    private final ServiceComponentRuntime runtime = (ServiceComponentRuntime) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ServiceComponentRuntime.class},
            (proxy, method, arguments) ->
                    method.getName().equals("getComponentDescriptionDTOs") ? List.of(component) : List.of(state));
    private final ComponentOpinions opinions = new ComponentOpinions(() -> runtime, () -> true);

    ComponentOpinionsTest() {
        component.configurationPid = new String[] {PID};
        component.configurationPolicy = "optional";
        component.properties =
                Map.of("drain.millis", 10_000L, "docs.public", false, "share", 0.5, "node", "hub", "days", 1);
        state.state = ComponentConfigurationDTO.ACTIVE;
        state.properties = Map.of("drain.millis", "5", "needs", new String[] {"crm.v1"});
    }

    private String mistake(String key, Object value) {
        return opinions.mistake(PID, Map.of(key, value), name -> String.valueOf(value));
    }

    @Test
    void aValueHasToBeOfTheTypeOfItsDefault() {
        assertEquals("drain.millis = soon: it has to be a whole number", mistake("drain.millis", "soon"));
        assertEquals("drain.millis = 10 s: it has to be a whole number", mistake("drain.millis", "10 s"));
        assertEquals(
                "days = 99999999999: it has to be a whole number, and not that large", mistake("days", "99999999999"));
        assertEquals("docs.public = yes: it has to be true or false", mistake("docs.public", "yes"));
        assertEquals("share = half: it has to be a number", mistake("share", "half"));
        assertEquals("", mistake("drain.millis", "20"));
        assertEquals("", mistake("docs.public", "TRUE"));
        assertEquals("", mistake("share", "0.25"));
        assertEquals("", mistake("node", "anything"));
        assertEquals("", mistake("unknown", "anything"));
    }

    @Test
    void whereNobodyKnowsTheConfigurationNothingIsWrong() {
        assertEquals("", opinions.mistake("other", Map.of("drain.millis", "soon"), key -> ""));
        assertEquals("", new ComponentOpinions(() -> null, () -> false).mistake(PID, Map.of("days", "x"), key -> ""));
    }

    @Test
    void onlyAComponentThatHasTheValuesSaysHowTheyDo() {
        assertTrue(opinions.verdict(PID, Map.of("needs", new String[] {"crm.v1"}, "drain.millis", "5"))
                .worked());
        assertFalse(opinions.verdict(PID, Map.of("drain.millis", "6")).worked());
        state.state = ComponentConfigurationDTO.FAILED_ACTIVATION;
        state.failure = "java.lang.IllegalArgumentException: no such thing\n\tat x";
        assertEquals(
                "no such thing",
                opinions.verdict(PID, Map.of("drain.millis", "5")).failure());
        assertEquals("", opinions.verdict(PID, Map.of("drain.millis", "6")).failure());
    }

    @Test
    void whatHasNoEffectIsDoubtedOfTheHubsOwnOnly() {
        assertEquals(
                List.of("drain.milis is no setting of io.switchboard.core,"
                        + " unless it is a list, whose key has to end in []"),
                opinions.doubts(PID, Map.of("drain.milis", "5")));
        assertEquals(
                List.of(), opinions.doubts(PID, Map.of("drain.millis", "5", "ready.needs", new String[] {"crm.v1"})));
        assertEquals(
                List.of("no component of the hub has the configuration io.switchboard.typo"),
                opinions.doubts("io.switchboard.typo", Map.of()));
        assertEquals(List.of(), opinions.doubts("com.example.loyalty", Map.of("x", "5")));
        assertEquals(
                List.of(), new ComponentOpinions(() -> runtime, () -> false).doubts("io.switchboard.typo", Map.of()));
        component.properties = Map.of("osgi.ds.satisfying.condition.target", "(x=true)", "component.name", "RoleBook");
        assertEquals(List.of(), opinions.doubts(PID, Map.of("role.x.scopes", "*")), "it reads what it finds");
    }
}
