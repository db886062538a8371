package io.switchboard.launcher;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the framework and Felix HTTP are told; bundles read the {@code switchboard.*} ones by {@code BundleContext.getProperty}. */
final class FrameworkProperties {
    private static final String SLF4J = "2.0.17";

    private FrameworkProperties() {}

    static Map<String, String> of(Home home, HubSettings settings, boolean demo) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("switchboard.home", home.root().toString());
        properties.put("switchboard.etc", home.etc().toString());
        properties.put("switchboard.data", home.data().toString());
        properties.put("switchboard.deploy", home.deploy().toString());
        properties.put("switchboard.logs", home.logs().toString());
        properties.put("switchboard.run", home.run().toString());
        properties.put("switchboard.demo", Boolean.toString(demo));
        properties.put("switchboard.http.threads.max", Integer.toString(settings.threads()));
        framework(properties, home);
        http(properties, settings);
        return properties;
    }

    private static void framework(Map<String, String> properties, Home home) {
        properties.put("org.osgi.framework.storage", home.framework().toString());
        properties.put("org.osgi.framework.storage.clean", "onFirstInit");
        properties.put("org.osgi.framework.startlevel.beginning", Integer.toString(StartLevels.HIGHEST));
        // slf4j and logback are on the class path of the process and reach bundles through the system bundle: slf4j
        // finds its
        // provider without a service loader mediator, the launcher and all bundles share one log, and the classes can
        // be archived.
        properties.put(
                "org.osgi.framework.system.packages.extra",
                Stream.of("org.slf4j", "org.slf4j.event", "org.slf4j.helpers", "org.slf4j.spi")
                        .flatMap(name -> Stream.of(name + ";version=" + SLF4J, name + ";version=1.7.36"))
                        .collect(Collectors.joining(",")));
        properties.put("org.osgi.framework.bootdelegation", "");
        // Otherwise a bundle would find by accident, on the class path of the process, what it does not import.
        properties.put("felix.bootdelegation.implicit", "false");
        // A bundle rebuilt with the same version stands beside the old one until it has proved itself.
        properties.put("org.osgi.framework.bsnversion", "multiple");
        properties.put("felix.log.level", "1");
        // Configurations have secrets in them: they are kept off the disk, and out of a more talkative log.
        properties.put("felix.cm.pm", "memory");
        properties.put("felix.cm.loglevel", "2");
        properties.put("felix.cache.locking", "false"); // run/hub.lock guards the folder
        properties.put("ds.showerrors", "true");
    }

    private static void http(Map<String, String> properties, HubSettings settings) {
        properties.put("org.osgi.service.http.port", Integer.toString(settings.port()));
        properties.put("org.apache.felix.http.host", settings.host());
        properties.put("org.apache.felix.http.timeout", Integer.toString(settings.idleSeconds() * 1000));
        properties.put("org.apache.felix.http.jetty.threadpool.max", Integer.toString(settings.threads()));
        // Since 24 a virtual thread that waits in a monitor no longer holds its carrier.
        properties.put(
                "org.apache.felix.http.jetty.virtualthreads.enable",
                Boolean.toString(Runtime.version().feature() >= 24));
        properties.put("org.apache.felix.http.jetty.requestSizeLimit", Integer.toString(settings.bodyBytes()));
        properties.put("org.apache.felix.http.jetty.sendServerHeader", "false");
        properties.put("org.apache.felix.http.mbeans", "false");
        properties.put("org.eclipse.jetty.servlet.SessionScavengingInterval", "0"); // no sessions, no housekeeper
        // Calls in flight finish; a little less than the whole, so that the rest of the hub can stop in order.
        properties.put("org.apache.felix.jetty.stopTimeout", Long.toString(settings.stopSeconds() * 1000L * 4 / 5));
    }
}
