package io.switchboard.it.unproven;

import java.util.concurrent.Callable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Needs what nobody offers, so that its bundle waits beside the one before it. */
@Component(service = Lacking.class)
public final class Lacking {
    /** Never called. */
    @Activate
    public Lacking(@Reference(target = "(nobody=offers)") Callable<String> missing) {}
}
