package io.switchboard.ticket.internal.dispatch;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules in force. They follow the file while the hub runs; a file with mistakes changes nothing. Safe for use from many threads. */
@Component(service = DispatchRules.class, configurationPid = DispatchRules.PID)
public final class DispatchRules {
    /** The configuration, and the name of the file without its ending. */
    public static final String PID = "io.switchboard.ticket.dispatch";

    private static final Logger LOG = LoggerFactory.getLogger(DispatchRules.class);

    private volatile RuleBook book = RuleBook.BUILT_IN;

    /** Begins with the settings there are; with built-in rules where these have mistakes. */
    @Activate
    public DispatchRules(Map<String, Object> settings) {
        read(settings);
    }

    /** Takes over changed settings. */
    @Modified
    void read(Map<String, Object> settings) {
        try {
            book = new RuleFile(settings).book();
            LOG.info("{}: {} rules are in force", PID, book.rules().size());
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "{}: the {} rules from before stay in force, since the settings have mistakes: {}",
                    PID,
                    book.rules().size(),
                    e.getMessage());
        }
    }

    /** The rules as they are now. */
    public RuleBook book() {
        return book;
    }
}
