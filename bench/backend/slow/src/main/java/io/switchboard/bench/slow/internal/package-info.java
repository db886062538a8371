/** A system behind the hub that takes its time. */
@NullMarked
package io.switchboard.bench.slow.internal;

import org.jspecify.annotations.NullMarked;
