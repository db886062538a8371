/** Writes executed once: claims, outcomes and probes. */
@NullMarked
package io.switchboard.core.internal.once;

import org.jspecify.annotations.NullMarked;
