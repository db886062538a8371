/** Sends a span for each call to an OpenTelemetry collector, where one is configured. */
@NullMarked
package io.switchboard.core.internal.otlp;

import org.jspecify.annotations.NullMarked;
