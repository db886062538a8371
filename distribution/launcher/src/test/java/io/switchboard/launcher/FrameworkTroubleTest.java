package io.switchboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.ServiceException;
import org.slf4j.LoggerFactory;

class FrameworkTroubleTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(FrameworkTrouble.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Bundle bundle = (Bundle) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Bundle.class},
            (proxy, method, arguments) -> method.getName().equals("getSymbolicName") ? "com.example.loyalty" : null);
    private final FrameworkTrouble trouble = new FrameworkTrouble();

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
    void aServiceThatDoesNotComeIsToldOfOnceAndWithoutATrace() {
        for (int i = 0; i < 3; i++) {
            tell(new ServiceException("Service factory returned null", ServiceException.FACTORY_ERROR));
        }
        tell(new ServiceException("another", ServiceException.FACTORY_ERROR));
        List<ILoggingEvent> errors =
                log.list.stream().filter(each -> each.getLevel() == Level.ERROR).toList();
        assertEquals(2, errors.size());
        assertEquals(
                "Bundle com.example.loyalty did not get a service that was announced: Service factory returned null",
                errors.get(0).getFormattedMessage());
        assertEquals(null, errors.get(0).getThrowableProxy());
    }

    private void tell(Exception failure) {
        trouble.frameworkEvent(new FrameworkEvent(FrameworkEvent.ERROR, bundle, failure));
    }
}
