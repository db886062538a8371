package io.switchboard.security.internal.oauth;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/** Where the OAuth 2.0 endpoints stand. Open to all, for here one becomes somebody; it serves no files. */
@Component(service = ServletContextHelper.class)
@HttpWhiteboardContext(name = OAuthContext.NAME, path = "/oauth2")
public final class OAuthContext extends ServletContextHelper {
    static final String NAME = "io.switchboard.oauth2";

    /** Needs nothing. */
    @Activate
    public OAuthContext() {}
}
