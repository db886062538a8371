package io.switchboard.bench.probe.internal;

import java.util.Map;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Opens the same address without a hub; in one, where these servlets are unknown, it does nothing. */
public final class Door implements BundleActivator {
    @Override
    public void start(BundleContext context) throws ClassNotFoundException {
        try {
            Class.forName("javax.servlet.http.HttpServlet");
        } catch (ClassNotFoundException e) {
            return;
        }
        context.registerService(
                "javax.servlet.Servlet",
                new VersionServlet(),
                FrameworkUtil.asDictionary(Map.of(
                        "osgi.http.whiteboard.servlet.name", "probe000",
                        "osgi.http.whiteboard.servlet.pattern", "/api/probe000/v1/version")));
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes back what was registered.
    }
}
