package io.switchboard.bench.felix;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Starts the framework with the bundles it is given. Arguments: the port, the folder of its cache, the bundles' files. */
public final class BareFelix {
    private BareFelix() {}

    /** Runs until the process is told to end, and then stops in order. */
    public static void main(String[] arguments) throws BundleException, InterruptedException {
        Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(properties(arguments[0], arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(framework)));
        framework.init();
        List<Bundle> bundles = new ArrayList<>();
        for (String file : List.of(arguments).subList(2, arguments.length)) {
            bundles.add(framework
                    .getBundleContext()
                    .installBundle("reference:" + Path.of(file).toUri()));
        }
        for (Bundle bundle : bundles) {
            bundle.start();
        }
        framework.start();
        framework.waitForStop(0);
    }

    private static Map<String, String> properties(String port, String cache) {
        return Map.of(
                "org.osgi.framework.storage", cache,
                "org.osgi.framework.storage.clean", "onFirstInit",
                "org.osgi.framework.system.packages.extra", logging(),
                "org.osgi.framework.bootdelegation", "",
                "felix.log.level", "1",
                "org.osgi.service.http.port", port,
                "org.apache.felix.http.host", "127.0.0.1",
                "org.apache.felix.http.mbeans", "false");
    }

    private static String logging() {
        return Stream.of("org.slf4j", "org.slf4j.event", "org.slf4j.helpers", "org.slf4j.spi")
                .flatMap(name -> Stream.of(name + ";version=2.0.17", name + ";version=1.7.36"))
                .collect(Collectors.joining(","));
    }

    private static void stop(Framework framework) {
        try {
            framework.stop();
            framework.waitForStop(10_000);
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
