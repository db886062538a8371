package io.switchboard.it.cards;

import jakarta.servlet.Servlet;
import org.osgi.service.component.annotations.Component;

/** Does not say what it needs. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/undeclared",
            "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=io.switchboard.partner)"
        })
@SuppressWarnings("serial") // Nobody writes it down.
public final class Undeclared extends Naked {
    private static final long serialVersionUID = 1L;
}
