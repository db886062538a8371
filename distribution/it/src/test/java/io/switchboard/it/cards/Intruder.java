package io.switchboard.it.cards;

import jakarta.servlet.Servlet;
import org.osgi.service.component.annotations.Component;

/** Stands in the hub's own contexts. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/intruder",
            "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=io.switchboard.*)"
        })
@SuppressWarnings("serial") // Nobody writes it down.
public final class Intruder extends Naked {
    private static final long serialVersionUID = 1L;
}
