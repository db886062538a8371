package io.switchboard.core.descriptor;

import io.switchboard.connector.ErrorCode;

/**
 * One way in which an operation declares to fail. Immutable.
 *
 * @param code the code of the catalogue
 * @param reason the connector's own reason, such as {@code expired}; empty where the code says all
 * @param wording what to tell the customer; the catalogue's where the connector has none of its own
 */
public record Failure(ErrorCode code, String reason, Text wording) {}
