package io.switchboard.connector.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a partner's build prints who has no configuration of the log. */
class QuietLogTest {
    @Test
    void onlyWhatIsWrongIsPrinted() {
        Logger hub = LoggerFactory.getLogger("io.switchboard.core.internal.catalogue.ConnectorRegistry");
        assertFalse(hub.isInfoEnabled());
        assertTrue(hub.isWarnEnabled());
    }
}
