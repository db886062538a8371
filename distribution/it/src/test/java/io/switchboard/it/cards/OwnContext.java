package io.switchboard.it.cards;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.context.ServletContextHelper;

/** A context that lets everybody in. */
@Component(
        service = ServletContextHelper.class,
        scope = ServiceScope.BUNDLE,
        property = {"osgi.http.whiteboard.context.name=cards", "osgi.http.whiteboard.context.path=/own"})
public final class OwnContext extends ServletContextHelper {}
