package io.switchboard.core.event;

import io.switchboard.core.access.Access;
import io.switchboard.core.call.CallFailure;
import org.osgi.annotation.versioning.ProviderType;

/**
 * All events that are kept, for those who may hear of them. A service; safe for use from many threads.
 *
 * <p>A caller hears of an event if it has the event's scope; with a token that is bound to a customer, of that customer's alone and of
 * none that is for staff; without one, of what is about customers if people decide at it (assist) or it has the scope {@link #ALL}.
 */
@ProviderType
public interface EventFeed {
    /** The scope that it takes to hear of events at all. */
    String SCOPE = "events.read";

    /** The scope by which a program hears of all customers. */
    String ALL = "events.all";

    /**
     * Begins to read.
     *
     * @param access what the caller was let in for; it is asked again at each batch, since tokens end and roles change
     * @throws CallFailure where the request is not right, or the store cannot be reached
     */
    EventReading open(Access access, EventRequest request) throws CallFailure;

    /**
     * Has something done after events have come, on a thread that it must not hold up.
     *
     * @return ends that
     */
    Runnable onNews(Runnable action);
}
