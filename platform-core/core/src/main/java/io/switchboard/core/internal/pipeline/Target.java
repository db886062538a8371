package io.switchboard.core.internal.pipeline;

import io.switchboard.core.internal.bind.BoundOperation;

/**
 * Where a call goes. Immutable.
 *
 * @param operation the operation, ready to run
 * @param connector the running connector it belongs to
 */
public record Target(BoundOperation operation, RunningConnector connector) {}
