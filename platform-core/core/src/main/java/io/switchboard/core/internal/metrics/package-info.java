/** Counts calls, and tells it in the Prometheus text format. */
@NullMarked
package io.switchboard.core.internal.metrics;

import org.jspecify.annotations.NullMarked;
