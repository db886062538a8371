package io.switchboard.security.internal.oauth;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/** Where clients look for the metadata (RFC 8615). Open to all; it serves no files. */
@Component(service = ServletContextHelper.class)
@HttpWhiteboardContext(name = WellKnownContext.NAME, path = "/.well-known")
public final class WellKnownContext extends ServletContextHelper {
    static final String NAME = "io.switchboard.wellknown";

    /** Needs nothing. */
    @Activate
    public WellKnownContext() {}
}
