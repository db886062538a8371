package io.switchboard.deployer.internal.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.switchboard.deployer.internal.watch.TestClock;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.slf4j.LoggerFactory;

class FailedComponentsTest {
    private static final String TRACE = """
            java.lang.reflect.InvocationTargetException
            \tat somewhere
            Caused by: java.lang.IllegalArgumentException: issuer has to be like https://hub.example.com
            \t... 3 more
            """;

    private final Logger logger = (Logger) LoggerFactory.getLogger(FailedComponents.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final ComponentDescriptionDTO component = new ComponentDescriptionDTO();
    private final ComponentConfigurationDTO state = new ComponentConfigurationDTO();
    private final ServiceComponentRuntime runtime = (ServiceComponentRuntime) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ServiceComponentRuntime.class},
            (proxy, method, arguments) ->
                    method.getName().equals("getComponentDescriptionDTOs") ? List.of(component) : List.of(state));
    private final TestClock clock = new TestClock();
    private final FailedComponents failed = new FailedComponents(Path.of("etc"), () -> runtime, clock);

    FailedComponentsTest() {
        component.bundle = new BundleDTO();
        component.bundle.symbolicName = "io.switchboard.security";
        component.name = "HubIdentity";
        state.state = ComponentConfigurationDTO.FAILED_ACTIVATION;
        state.failure = TRACE;
    }

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
    }

    @Test
    void everyFailureIsToldOnceWithItsCause() {
        look();
        look();
        assertEquals(
                List.of("HubIdentity of io.switchboard.security failed as it was made:"
                        + " issuer has to be like https://hub.example.com\n" + TRACE.strip()),
                told());
        state.state = ComponentConfigurationDTO.ACTIVE;
        look();
        state.state = ComponentConfigurationDTO.FAILED_ACTIVATION;
        look();
        assertEquals(2, told().size());
    }

    private void look() {
        clock.advance(Duration.ofSeconds(4));
        failed.scan();
    }

    private List<String> told() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
