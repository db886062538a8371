/** Tests of how values are written. */
@NullMarked
package io.switchboard.core.value;

import org.jspecify.annotations.NullMarked;
