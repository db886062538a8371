package io.switchboard.deployer.internal.configuration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Asks the descriptions of the components, which have every setting with its default, and so its type. */
public class ComponentOpinions implements Opinions {
    private static final String OWN = "io.switchboard.";
    /** Whose readers are there before components are. */
    private static final Set<String> WITHOUT_COMPONENT =
            Set.of("io.switchboard.deployer", "io.switchboard.http", "io.switchboard.store");

    private static final Pattern ADDED = Pattern.compile("(?:component|service|osgi|felix)\\.");

    private final Supplier<@Nullable ServiceComponentRuntime> runtime;
    private final BooleanSupplier complete;

    /** Takes who knows the components, once somebody does, and whether the hub has started all its bundles. */
    public ComponentOpinions(Supplier<@Nullable ServiceComponentRuntime> runtime, BooleanSupplier complete) {
        this.runtime = runtime;
        this.complete = complete;
    }

    @Override
    public Opinions now() {
        List<ComponentDescriptionDTO> all = all();
        return new ComponentOpinions(runtime, complete) {
            @Override
            List<ComponentDescriptionDTO> all() {
                return all;
            }
        };
    }

    // Put together by the runtime at every question.
    List<ComponentDescriptionDTO> all() {
        @Nullable ServiceComponentRuntime known = runtime.get();
        return known == null ? List.of() : List.copyOf(known.getComponentDescriptionDTOs());
    }

    private List<ComponentDescriptionDTO> components(String pid) {
        return all().stream()
                .filter(each -> !each.configurationPolicy.equals("ignore")
                        && Arrays.asList(each.configurationPid).contains(pid))
                .toList();
    }

    @Override
    public String mistake(String pid, Map<String, Object> values, UnaryOperator<String> written) {
        for (ComponentDescriptionDTO component : components(pid)) {
            for (Map.Entry<String, Object> value : values.entrySet()) {
                String wanted = SettingType.wanted(component.properties.get(value.getKey()), value.getValue());
                if (!wanted.isEmpty()) {
                    return value.getKey() + " = " + written.apply(value.getKey()) + ": it has to be " + wanted;
                }
            }
        }
        return "";
    }

    @Override
    public Verdict verdict(String pid, Map<String, Object> values) {
        @Nullable ServiceComponentRuntime known = runtime.get();
        boolean worked = false;
        if (known != null) {
            for (ComponentDescriptionDTO component : components(pid)) {
                for (ComponentConfigurationDTO each : known.getComponentConfigurationDTOs(component)) {
                    boolean same = values.entrySet().stream()
                            .allMatch(
                                    value -> Objects.deepEquals(value.getValue(), each.properties.get(value.getKey())));
                    if (same && each.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                        return new Verdict(false, FailureText.of(each.failure));
                    }
                    worked |= same && each.state == ComponentConfigurationDTO.ACTIVE;
                }
            }
        }
        return new Verdict(worked, "");
    }

    @Override
    public List<String> doubts(String pid, Map<String, Object> values) {
        if (!pid.startsWith(OWN) || WITHOUT_COMPONENT.contains(pid) || !complete.getAsBoolean()) {
            return List.of();
        }
        List<ComponentDescriptionDTO> components = components(pid);
        if (components.isEmpty()) {
            return List.of("no component of the hub has the configuration " + pid);
        }
        Set<String> known = new TreeSet<>();
        components.forEach(each -> known.addAll(each.properties.keySet()));
        if (components.stream().anyMatch(each -> takesAnything(each.properties.keySet()))) {
            return List.of();
        }
        List<String> doubts = new ArrayList<>();
        values.forEach((key, value) -> {
            // A list that is empty where nothing is set is not in the descriptions.
            if (!known.contains(key) && value instanceof String) {
                doubts.add(key + " is no setting of " + pid + ", unless it is a list, whose key has to end in []");
            }
        });
        return doubts;
    }

    // One without settings of its own reads what it finds. The runtime adds some to every component.
    private static boolean takesAnything(Collection<String> settings) {
        return settings.stream()
                .allMatch(key -> key.endsWith(".target") || ADDED.matcher(key).lookingAt());
    }
}
