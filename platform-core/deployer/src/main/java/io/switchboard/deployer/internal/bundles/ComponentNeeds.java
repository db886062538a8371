package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.DeploymentState;
import io.switchboard.deployer.internal.configuration.FailureText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Puts into words why components of a bundle that was started do not run: a configuration or a service that is missing, or a failure. */
public final class ComponentNeeds {
    private static final String CONNECTOR = "io.switchboard.connector.Connector";

    private final Supplier<@Nullable ServiceComponentRuntime> runtime;

    /** Takes who knows the components, once somebody does. */
    public ComponentNeeds(Supplier<@Nullable ServiceComponentRuntime> runtime) {
        this.runtime = runtime;
    }

    /**
     * A component has to run when the same one ran in the version before, or when it is new there. Of a bundle without a version before,
     * the connectors have to, and something at all: others may be meant for a hub that is set up in another way.
     */
    void check(Bundle bundle, Bundle before) throws DeployFault {
        @Nullable ServiceComponentRuntime known = runtime.get();
        if (known == null) {
            return;
        }
        List<Lack> lacks = new ArrayList<>();
        boolean something = false;
        boolean decisive = false;
        Set<String> idle = bundle.equals(before) ? Set.of() : idle(known, before);
        for (ComponentDescriptionDTO component : known.getComponentDescriptionDTOs(bundle)) {
            if (!component.defaultEnabled || idle.contains(component.name)) {
                continue;
            }
            List<Lack> own = lacks(known, component);
            something |= own.isEmpty();
            decisive |= !own.isEmpty()
                    && (!bundle.equals(before)
                            || Arrays.asList(component.serviceInterfaces).contains(CONNECTOR)
                            || own.stream().anyMatch(lack -> lack.failed));
            lacks.addAll(own);
        }
        if (!lacks.isEmpty() && (decisive || !something)) {
            throw fault(lacks);
        }
    }

    private static Set<String> idle(ServiceComponentRuntime runtime, Bundle bundle) {
        Set<String> idle = new HashSet<>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
            if (!lacks(runtime, component).isEmpty()) {
                idle.add(component.name);
            }
        }
        return idle;
    }

    private static DeployFault fault(List<Lack> lacks) {
        boolean failed = lacks.stream().anyMatch(lack -> lack.failed);
        List<Lack> told = failed ? lacks.stream().filter(lack -> lack.failed).toList() : lacks;
        return new DeployFault(
                failed ? DeploymentState.FAILED : DeploymentState.WAITING,
                told.stream().map(Lack::en).distinct().collect(Collectors.joining("; ")),
                told.stream().map(Lack::zh).distinct().collect(Collectors.joining("；")));
    }

    private static List<Lack> lacks(ServiceComponentRuntime runtime, ComponentDescriptionDTO component) {
        Collection<ComponentConfigurationDTO> all = runtime.getComponentConfigurationDTOs(component);
        if (all.isEmpty()) {
            return component.configurationPolicy.equals("require") ? List.of(configuration(component)) : List.of();
        }
        List<Lack> lacks = new ArrayList<>();
        for (ComponentConfigurationDTO each : all) {
            switch (each.state) {
                case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> lacks.add(configuration(component));
                case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> {
                    for (UnsatisfiedReferenceDTO reference : each.unsatisfiedReferences) {
                        lacks.add(service(runtime, component, reference));
                    }
                }
                case ComponentConfigurationDTO.FAILED_ACTIVATION -> lacks.add(failure(component, each));
                default -> {
                    // It runs, or does so when it is asked for.
                }
            }
        }
        return lacks;
    }

    private static Lack configuration(ComponentDescriptionDTO component) {
        String pid = component.configurationPid[0];
        return new Lack(
                component.name + " needs the configuration " + pid + ": put " + pid + ".cfg (or " + pid
                        + "~NAME.cfg, where there may be several) into etc/ or deploy/",
                component.name + " 需要配置 " + pid + "：请将 " + pid + ".cfg（可有多个时为 " + pid + "~NAME.cfg）放入 etc/ 或 deploy/",
                false);
    }

    private static Lack service(
            ServiceComponentRuntime runtime, ComponentDescriptionDTO component, UnsatisfiedReferenceDTO missing) {
        String service = Arrays.stream(component.references)
                .filter(reference -> reference.name.equals(missing.name))
                .map((ReferenceDTO reference) -> reference.interfaceName)
                .findFirst()
                .orElse(missing.name);
        String target = missing.target == null ? "" : " with " + missing.target;
        String providers = runtime.getComponentDescriptionDTOs().stream()
                .filter(each -> Arrays.asList(each.serviceInterfaces).contains(service))
                .map(each -> each.name + " in " + each.bundle.symbolicName)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return new Lack(
                component.name + " needs a service " + service + target
                        + (providers.isEmpty()
                                ? ", which no bundle here offers"
                                : "; it would come from " + providers + ", which does not run (so)"),
                component.name + " 需要服务 " + service + target
                        + (providers.isEmpty() ? "，当前没有 bundle 提供" : "；应由 " + providers + " 提供，但其未（如此）运行"),
                false);
    }

    private static Lack failure(ComponentDescriptionDTO component, ComponentConfigurationDTO failed) {
        String cause = FailureText.of(failed.failure);
        return new Lack(component.name + " failed as it was made: " + cause, component.name + " 创建失败：" + cause, true);
    }

    private record Lack(String en, String zh, boolean failed) {}
}
