/** Tests of the counters. */
@NullMarked
package io.switchboard.core.internal.metrics;

import org.jspecify.annotations.NullMarked;
