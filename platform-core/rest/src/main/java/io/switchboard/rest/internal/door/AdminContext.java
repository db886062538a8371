package io.switchboard.rest.internal.door;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/** The context of the servlets for administrators; asked before that for callers, which answers for every path. */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE, property = "service.ranking:Integer=100")
@HttpWhiteboardContext(name = Contexts.ADMIN, path = "/")
public final class AdminContext extends ServletContextHelper {}
