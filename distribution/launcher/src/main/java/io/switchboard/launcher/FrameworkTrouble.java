package io.switchboard.launcher;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.ServiceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what goes wrong in the framework into the log of the hub. Safe for use from many threads. */
final class FrameworkTrouble implements FrameworkListener {
    private static final int MOST = 500;

    /** What was said: a service that does not come is asked for again and again. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() != FrameworkEvent.ERROR) {
            return;
        }
        String bundle = event.getBundle().getSymbolicName();
        Throwable failure = event.getThrowable();
        // Why a bundle cannot start is in the messages; the stack would only show the framework.
        if (failure instanceof BundleException e && e.getCause() == null) {
            log().error("Bundle {} does not start: {}", bundle, e.getMessage());
        } else if (failure instanceof ServiceException e && e.getCause() == null) {
            tellOnce(bundle, String.valueOf(e.getMessage()));
        } else {
            log().error("Bundle {} failed", bundle, failure);
        }
    }

    // Who it came from says why, so that there is nothing in the stack either.
    private void tellOnce(String bundle, String message) {
        if (told.size() < MOST && told.add(bundle + ' ' + message)) {
            log().error("Bundle {} did not get a service that was announced: {}", bundle, message);
        } else {
            log().debug("Bundle {} did not get a service that was announced: {}", bundle, message);
        }
    }

    // Not before there is something to say: by then the log is set up.
    private static Logger log() {
        return LoggerFactory.getLogger(FrameworkTrouble.class);
    }
}
