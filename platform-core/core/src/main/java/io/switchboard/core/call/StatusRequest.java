package io.switchboard.core.call;

/**
 * Asks what came of an earlier call. Immutable.
 *
 * @param arrival what every request has
 * @param callId the call's id, unchecked
 */
public record StatusRequest(Arrival arrival, String callId) {}
