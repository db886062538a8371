package io.switchboard.ecommerce.spi;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A carrier. Registered as a service with the property {@link #INSTANCE}; called from many threads at once, and interrupted when a
 * call's time is up.
 *
 * <p><b>Customers.</b> A carrier does not know the shop's customers. The hub gives no tracking number but one that it has just read from
 * an order of the customer, and never one that a caller named.
 *
 * <p><b>Failures</b> are {@link ConnectorException}s: {@link ErrorCode#NOT_FOUND} from a redirect of a parcel that the carrier does not
 * know, {@link ErrorCode#CONFLICT} with the reason {@link #NOT_REDIRECTABLE}, and the codes from 5000 on. A redirect whose outcome the
 * backend does not know fails with {@link ErrorCode#OUTCOME_UNKNOWN}.
 */
@ConsumerType
public interface LogisticsBackend {
    /** The service property that names the instance: {@code [a-z][a-z0-9-]*}, at most 20 characters. */
    String INSTANCE = "backend.instance";

    /** The reason of a conflict: the carrier takes the parcel to no other address any more. */
    String NOT_REDIRECTABLE = "not-redirectable";

    /** A parcel with what happened to it; empty where the carrier does not know it (yet). */
    Optional<Parcel> track(String trackingNumber);

    /**
     * Has a parcel go to another address; a second time by the same act it changes nothing. The carrier decides by the state at that
     * moment, whatever {@link Parcel#redirectable()} said before. Gives the parcel as it is then.
     */
    Parcel redirect(String trackingNumber, Address address, Act act);

    /** Whether an act redirected a parcel. */
    boolean redirected(String trackingNumber, String correlationId);
}
