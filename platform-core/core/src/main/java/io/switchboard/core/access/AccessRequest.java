package io.switchboard.core.access;

import io.switchboard.connector.Audience;
import io.switchboard.core.call.Arrival;

/**
 * Asks for something that is no operation of a connector: a page of the hub's own, a partner's servlet. Immutable.
 *
 * @param arrival what every request has
 * @param name what stands in the audit and in metrics in the place of an operation, and what limits name; of lower-case letters, digits and
 *     dots, such as {@code hub.deployments.list}
 * @param scope the scope that a caller needs
 * @param audience whom it is about; of {@link Audience#CUSTOMER}, only who holds a token bound to a customer is let in
 * @param arguments what the audit is to know of the request, as JSON; nothing in it may name a person
 */
public record AccessRequest(Arrival arrival, String name, String scope, Audience audience, String arguments) {}
