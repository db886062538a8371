package io.switchboard.rest.internal.door;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/** The context of the servlets for callers. Each of them knows who may do what; none has files to give. */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = Contexts.API, path = "/")
public final class ApiContext extends ServletContextHelper {}
