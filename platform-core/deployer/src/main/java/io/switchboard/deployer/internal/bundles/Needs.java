package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.DeploymentState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** Puts into words why a bundle does not resolve. */
final class Needs {
    private static final Pattern PACKAGE = Pattern.compile("osgi\\.wiring\\.package=([^)]+)");
    private static final Pattern LEAST = Pattern.compile("version>=([^)]+)");
    private static final Pattern BELOW = Pattern.compile("!\\(version>=([^)]+)\\)");

    private final FrameworkWiring wiring;

    Needs(FrameworkWiring wiring) {
        this.wiring = wiring;
    }

    DeployFault of(Bundle bundle) {
        List<Text> missing = new ArrayList<>();
        for (BundleRequirement need : bundle.adapt(BundleRevision.class).getDeclaredRequirements(null)) {
            if (!counts(need)) {
                continue;
            }
            Collection<BundleCapability> providers = wiring.findProviders(need);
            if (providers.isEmpty()) {
                missing.add(unprovided(need));
            } else if (providers.stream().allMatch(Needs::waits)) {
                missing.add(unready(need, providers));
            }
        }
        if (missing.isEmpty()) {
            missing.add(new Text(
                    "bundles that fit together: the packages it needs come from bundles that contradict one another",
                    "相互兼容的 bundle：所需的包来自相互冲突的 bundle"));
        }
        return new DeployFault(
                DeploymentState.WAITING,
                missing.stream().map(Text::en).distinct().collect(Collectors.joining("; ", "it needs ", "")),
                missing.stream().map(Text::zh).distinct().collect(Collectors.joining("；", "需要", "")));
    }

    private static boolean counts(BundleRequirement need) {
        String effective =
                need.getDirectives().getOrDefault(Constants.EFFECTIVE_DIRECTIVE, Constants.EFFECTIVE_RESOLVE);
        return effective.equals(Constants.EFFECTIVE_RESOLVE)
                && !Constants.RESOLUTION_OPTIONAL.equals(need.getDirectives().get(Constants.RESOLUTION_DIRECTIVE));
    }

    private static boolean waits(BundleCapability provider) {
        return provider.getRevision().getWiring() == null;
    }

    private static Text unprovided(BundleRequirement need) {
        Text what = name(need);
        return new Text(what.en() + ", which no bundle provides", what.zh() + "，没有 bundle 提供");
    }

    private static Text unready(BundleRequirement need, Collection<BundleCapability> providers) {
        Text what = name(need);
        String waiting = providers.iterator().next().getRevision().getSymbolicName();
        return new Text(
                what.en() + " of " + waiting + ", which itself is waiting",
                what.zh() + "（由 " + waiting + " 提供，它自身也在等待）");
    }

    private static Text name(BundleRequirement need) {
        String filter = need.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
        if (!need.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)) {
            String text = need.getNamespace() + ' ' + filter;
            return new Text("the capability " + text, "能力 " + text);
        }
        String name = first(PACKAGE, filter);
        String below = first(BELOW, filter);
        String least = first(LEAST, filter.replaceAll("\\(" + BELOW.pattern() + "\\)", ""));
        String en = least.isEmpty() ? "" : " " + least + " or later" + (below.isEmpty() ? "" : ", below " + below);
        String zh = least.isEmpty() ? "" : " " + least + " 或更高" + (below.isEmpty() ? "" : "（低于 " + below + "）");
        return new Text("the package " + name + en, "包 " + name + zh);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private record Text(String en, String zh) {}
}
