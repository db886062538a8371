package io.switchboard.it.cards;

import jakarta.servlet.Servlet;
import org.osgi.service.component.annotations.Component;

/** Stands in a context of its own. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/open",
            "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=cards)"
        })
@SuppressWarnings("serial") // Nobody writes it down.
public final class Own extends Naked {
    private static final long serialVersionUID = 1L;
}
