package io.switchboard.crm.spi;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A CRM. Registered as a service with the property {@link #INSTANCE}; called from many threads at once, and interrupted when a
 * call's time is up.
 *
 * <p><b>Customers.</b> The customer id is the CRM's own. Every method but {@link #find} takes it and selects by it.
 *
 * <p><b>Writes.</b> A write is one act, done whole or not at all, and finished when the method returns. A second write with the same
 * correlation id changes nothing and gives what the first gave.
 *
 * <p><b>Cursors</b> are at most 150 characters, since the timeline puts those of several systems into one.
 *
 * <p><b>Failures</b> are {@link ConnectorException}s: those that a method names, and the codes from 5000 on. A write whose outcome
 * the backend does not know fails with {@link ErrorCode#OUTCOME_UNKNOWN}; every other failure of a write means that it did not take
 * place.
 */
@ConsumerType
public interface CustomerBackend {
    /** The service property that names the instance: {@code [a-z][a-z0-9-]*}, at most 20 characters. */
    String INSTANCE = "backend.instance";

    /** The reason of a {@link ErrorCode#LIMIT_EXCEEDED}: the CRM takes no more of this kind for this customer. */
    String TOO_MANY = "too-many";

    /**
     * The same backend on behalf of one call: what it asks of a system behind it, it asks within the time that the call has left, and under
     * the call's name and trace. A backend that asks nobody is the same for all calls.
     */
    default CustomerBackend during(CallContext call) {
        return this;
    }

    /** One customer; empty where there is no such. */
    Optional<Customer> get(String customerId);

    /** The customers with exactly this telephone number or e-mail address, in a stable order. */
    Page<Customer> find(ContactPoint contact, PageRequest page);

    /**
     * The CRM's own contacts and complaints, the newest first by {@link Entry#at()}; stable under paging while others are added. No
     * rows where there is no such customer.
     */
    Page<Entry> entries(EntryQuery query, PageRequest page);

    /**
     * Writes down what was observed and, where {@link Observation#outweighs} says so, makes it what the customer shows. Fails with
     * {@link ErrorCode#CUSTOMER_NOT_FOUND}, and with {@link ErrorCode#LIMIT_EXCEEDED} and {@link #TOO_MANY}.
     */
    Recorded record(Observation observation);

    /** What an act wrote down; empty where it wrote nothing, or wrote it for somebody else. */
    Optional<Recorded> findRecorded(String customerId, String correlationId);
}
