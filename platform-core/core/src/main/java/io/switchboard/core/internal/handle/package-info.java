/** Handles: what stands for a value that a caller does not see. */
@NullMarked
package io.switchboard.core.internal.handle;

import org.jspecify.annotations.NullMarked;
