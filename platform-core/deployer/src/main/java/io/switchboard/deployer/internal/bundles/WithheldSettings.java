package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.DeploymentState;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a bundle from running whose settings are withheld. Which settings its components have is read from their descriptions in the
 * bundle: once it is started it is too late, since they run by then.
 */
public final class WithheldSettings {
    private static final Logger LOG = LoggerFactory.getLogger(WithheldSettings.class);
    private static final String COMPONENTS = "Service-Component";
    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern COMPONENT = Pattern.compile("<(?:\\w+:)?component\\b[^>]*>");
    private static final Pattern NAME = Pattern.compile("\\sname=[\"']([^\"']*)[\"']");
    private static final Pattern PIDS = Pattern.compile("\\sconfiguration-pid=[\"']([^\"']*)[\"']");

    private final Function<String, Optional<String>> reasons;

    /** Takes what says of a configuration why it is withheld. */
    public WithheldSettings(Function<String, Optional<String>> reasons) {
        this.reasons = reasons;
    }

    /** Has it wait when settings of its components are withheld. */
    void check(Bundle bundle) throws DeployFault {
        String why = pids(bundle).stream()
                .flatMap(pid -> reasons.apply(pid).stream())
                .collect(Collectors.joining("; "));
        if (!why.isEmpty()) {
            throw new DeployFault(DeploymentState.WAITING, "its settings cannot be used. " + why, "其设置无法使用。" + why);
        }
    }

    private static Set<String> pids(Bundle bundle) {
        Set<String> pids = new TreeSet<>();
        String paths = bundle.getHeaders("").get(COMPONENTS);
        if (paths == null) {
            return pids;
        }
        for (String path : paths.split(",", -1)) {
            String clean = path.strip();
            int name = clean.lastIndexOf('/') + 1;
            Enumeration<URL> found =
                    bundle.findEntries(name == 0 ? "/" : clean.substring(0, name), clean.substring(name), false);
            if (found != null) {
                Collections.list(found).forEach(description -> add(pids, description));
            }
        }
        return pids;
    }

    private static void add(Set<String> pids, URL description) {
        try (InputStream in = description.openStream()) {
            String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            Matcher component = COMPONENT.matcher(text);
            while (component.find()) {
                String name = first(NAME, component.group());
                for (String pid : first(PIDS, component.group()).split(" ", -1)) {
                    pids.add(pid.isEmpty() || pid.equals("$") ? name : pid);
                }
            }
        } catch (IOException e) {
            LOG.debug("{} cannot be read", description, e);
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
