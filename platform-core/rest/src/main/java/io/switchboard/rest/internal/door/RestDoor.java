package io.switchboard.rest.internal.door;

import io.switchboard.core.access.AccessGate;
import io.switchboard.core.call.CallGate;
import io.switchboard.core.catalogue.Catalogue;
import io.switchboard.core.event.EventFeed;
import io.switchboard.core.security.Authenticator;
import io.switchboard.core.security.Authoriser;
import io.switchboard.rest.internal.answer.ErrorsPage;
import io.switchboard.rest.internal.answer.GuardedPage;
import io.switchboard.rest.internal.answer.Page;
import io.switchboard.rest.internal.answer.StatusPage;
import io.switchboard.rest.internal.event.EventsPage;
import io.switchboard.rest.internal.event.Streams;
import io.switchboard.rest.internal.openapi.OpenApiPage;
import io.switchboard.rest.internal.path.RouteTable;
import jakarta.servlet.Servlet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.osgi.service.servlet.whiteboard.annotations.RequireHttpWhiteboard;

/** Puts the servlets on the whiteboard. They stay while settings and connectors change, so that no call falls into a gap. */
@Component(
        service = {},
        immediate = true,
        configurationPid = RestDoor.PID)
@Designate(ocd = RestConfig.class)
@RequireHttpWhiteboard
public final class RestDoor {
    static final String PID = "io.switchboard.rest";

    private static final String EVENTS = "events";

    private final TrustedService<Authenticator> authenticator;
    private final TrustedService<Authoriser> authoriser;
    private final Catalogue.Subscription subscription;
    private final HubPages more;
    private final Streams streams;
    private final List<ServiceRegistration<Servlet>> servlets;
    private volatile RouteTable routes;
    private volatile RestSettings settings;

    /** Opens the door. */
    @Activate
    public RestDoor(
            BundleContext context,
            RestConfig config,
            @Reference CallGate gate,
            @Reference AccessGate access,
            @Reference Catalogue catalogue,
            @Reference EventFeed feed) {
        settings = RestSettings.of(config);
        routes = RouteTable.of(catalogue.current());
        subscription = catalogue.onChange(snapshot -> routes = RouteTable.of(snapshot));
        authenticator = new TrustedService<>(context, Authenticator.class);
        authoriser = new TrustedService<>(context, Authoriser.class);
        more = new HubPages(context);
        more.open();
        streams = new Streams(
                feed,
                () -> settings.eventStreams(),
                Streams.Pace.STANDARD,
                () -> context.getBundle(0).getState() == Bundle.STOPPING);
        Page events = new EventsPage(feed, access, streams, () -> settings.answerLimit());
        Pages pages = new Pages(
                new StatusPage(gate, () -> settings.answerLimit()),
                new ErrorsPage(catalogue),
                new OpenApiPage(
                        catalogue,
                        () -> settings.docsPublic(),
                        authenticator::get,
                        authoriser::get,
                        context.getBundle().getVersion().toString()),
                name -> name.equals(EVENTS)
                        ? Optional.of(events)
                        : more.named(name).map(page -> new GuardedPage(page, access, () -> settings.answerLimit())));
        servlets = List.of(
                register(
                        context,
                        new ApiServlet(
                                gate,
                                () -> routes,
                                () -> settings,
                                pages,
                                () -> authenticator.get().flatMap(Authenticator::address)),
                        "/api/*"),
                register(context, new NowhereServlet(gate), "/"));
    }

    private static ServiceRegistration<Servlet> register(BundleContext context, Servlet servlet, String pattern) {
        return context.registerService(
                Servlet.class,
                servlet,
                FrameworkUtil.asDictionary(Map.of(
                        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN,
                        pattern,
                        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_ASYNC_SUPPORTED,
                        true,
                        HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT,
                        "(" + HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME + "=" + Contexts.API + ")")));
    }

    @Modified
    void change(RestConfig config) {
        settings = RestSettings.of(config);
    }

    @Deactivate
    void close() {
        servlets.forEach(ServiceRegistration::unregister);
        subscription.close();
        streams.close();
        more.close();
        authenticator.close();
        authoriser.close();
    }
}
