package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.DeploymentState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
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

    private final BundleContext context;
    private final FrameworkWiring wiring;

    Needs(BundleContext context, FrameworkWiring wiring) {
        this.context = context;
        this.wiring = wiring;
    }

    /** Of bundles that wait together: what none of them has. */
    DeployFault of(Collection<Bundle> bundles) {
        List<Text> missing = new ArrayList<>();
        for (Bundle bundle : bundles) {
            for (BundleRequirement need : bundle.adapt(BundleRevision.class).getDeclaredRequirements(null)) {
                if (counts(need)) {
                    missing(bundles, need, missing);
                }
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

    private void missing(Collection<Bundle> bundles, BundleRequirement need, List<Text> missing) {
        Collection<BundleCapability> providers = wiring.findProviders(need);
        if (providers.isEmpty()) {
            missing.add(unprovided(need));
        } else if (providers.stream()
                .allMatch(each ->
                        waits(each) && !bundles.contains(each.getRevision().getBundle()))) {
            missing.add(unready(need, providers));
        }
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

    private Text unprovided(BundleRequirement need) {
        Text what = name(need);
        String others = otherVersions(need);
        return others.isEmpty()
                ? new Text(what.en() + ", which no bundle provides", what.zh() + "，没有 bundle 提供")
                : new Text(what.en() + "; there is only " + others, what.zh() + "；现有的只有 " + others);
    }

    private String otherVersions(BundleRequirement need) {
        String name = first(PACKAGE, need.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, ""));
        List<String> found = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            @Nullable BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (name.isEmpty() || revision == null) {
                continue;
            }
            for (BundleCapability each : revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
                if (name.equals(each.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))) {
                    found.add(each.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE) + " ("
                            + named(bundle) + ")");
                }
            }
        }
        return String.join(", ", found);
    }

    private static Text unready(BundleRequirement need, Collection<BundleCapability> providers) {
        Text what = name(need);
        String waiting = named(providers.iterator().next().getRevision().getBundle());
        return new Text(
                what.en() + " of " + waiting + ", which itself is waiting",
                what.zh() + "（由 " + waiting + " 提供，它自身也在等待）");
    }

    /** By its name, and by that of the file that it came in. */
    private static String named(Bundle bundle) {
        String location = bundle.getLocation();
        return OwnBundles.isDeployed(bundle)
                ? bundle.getSymbolicName() + " in "
                        + PrivateCopies.original(Path.of(location.substring(location.lastIndexOf('/') + 1)))
                : bundle.getSymbolicName();
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
