package io.switchboard.deployer.internal.bundles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.osgi.util.promise.Promise;

/** Components in the states that a test gives them. */
final class FakeComponents implements ServiceComponentRuntime {
    private final Map<Bundle, List<ComponentDescriptionDTO>> components = new HashMap<>();
    private final Map<ComponentDescriptionDTO, ComponentConfigurationDTO> states = new HashMap<>();

    ComponentDescriptionDTO add(Bundle bundle, String name, int state, String... services) {
        ComponentDescriptionDTO component = new ComponentDescriptionDTO();
        component.bundle = new BundleDTO();
        component.bundle.symbolicName = bundle.getSymbolicName();
        component.name = name;
        component.defaultEnabled = true;
        component.configurationPolicy = "optional";
        component.configurationPid = new String[] {name};
        component.serviceInterfaces = services;
        component.references = new ReferenceDTO[0];
        components.computeIfAbsent(bundle, unknown -> new ArrayList<>()).add(component);
        ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
        configuration.state = state;
        configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[0];
        states.put(component, configuration);
        return component;
    }

    /** Makes it wait for a service. */
    void lacks(ComponentDescriptionDTO component, String service) {
        ReferenceDTO reference = new ReferenceDTO();
        reference.name = "it";
        reference.interfaceName = service;
        component.references = new ReferenceDTO[] {reference};
        UnsatisfiedReferenceDTO missing = new UnsatisfiedReferenceDTO();
        missing.name = "it";
        ComponentConfigurationDTO state = configuration(component);
        state.state = ComponentConfigurationDTO.UNSATISFIED_REFERENCE;
        state.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {missing};
    }

    void failed(ComponentDescriptionDTO component, String failure) {
        configuration(component).state = ComponentConfigurationDTO.FAILED_ACTIVATION;
        configuration(component).failure = failure;
    }

    private ComponentConfigurationDTO configuration(ComponentDescriptionDTO component) {
        ComponentConfigurationDTO state = states.get(component);
        if (state == null) {
            throw new IllegalStateException(component.name);
        }
        return state;
    }

    @Override
    public Collection<ComponentDescriptionDTO> getComponentDescriptionDTOs(Bundle... bundles) {
        return components.entrySet().stream()
                .filter(each -> bundles.length == 0 || Arrays.asList(bundles).contains(each.getKey()))
                .flatMap(each -> each.getValue().stream())
                .toList();
    }

    @Override
    public @Nullable ComponentDescriptionDTO getComponentDescriptionDTO(Bundle bundle, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Collection<ComponentConfigurationDTO> getComponentConfigurationDTOs(ComponentDescriptionDTO component) {
        return List.of(configuration(component));
    }

    @Override
    public boolean isComponentEnabled(ComponentDescriptionDTO component) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Promise<Void> enableComponent(ComponentDescriptionDTO component) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Promise<Void> disableComponent(ComponentDescriptionDTO component) {
        throw new UnsupportedOperationException();
    }
}
